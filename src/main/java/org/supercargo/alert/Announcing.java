package org.supercargo.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.supercargo.node.Round;

/** Writes each new alert into the log, once over all nodes; whatever collects logs may wake up. */
@ApplicationScoped
class Announcing implements Round {
  private static final Logger LOG = System.getLogger(Announcing.class.getName());
  private static final int BATCH = 500;

  @Inject private AnnouncingSteps steps;

  @Override
  public String name() {
    return "the announcing of alerts";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(3);
  }

  @Override
  public void go() {
    List<String> lines;
    do {
      lines = steps.announce(BATCH);
      lines.forEach(line -> LOG.log(Level.WARNING, line));
    } while (lines.size() == BATCH);
  }
}
