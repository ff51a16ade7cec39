package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.supercargo.node.Round;
import org.supercargo.node.Tally;

/** When each grant was last used: noted in memory, written twice a minute. */
@ApplicationScoped
class LastUsed implements Round {
  private final Tally tally = new Tally();
  @Inject Grants grants;
  @Inject Clock clock;

  void note(long grant) {
    tally.note(grant, clock.instant());
  }

  @Override
  public String name() {
    return "the writing of last-used times";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void go() {
    tally.write(grants::used);
  }
}
