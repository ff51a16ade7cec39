package org.supercargo.alert;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.supercargo.node.Figures;
import org.supercargo.node.Patrol;
import org.supercargo.node.Reading;
import org.supercargo.node.Sparing;

/** How much people have not seen to, and the mail server has not taken. */
@ApplicationScoped
class Meters implements Patrol {
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final Duration GOOD = Sparing.LONGEST.multipliedBy(2);

  @Inject Figures figures;
  @Inject AlertList list;
  private final Sparing sparing = new Sparing();
  private Reading open;
  private Reading waiting;

  @PostConstruct
  void start() {
    open = figures.reading("alerts_open", "Alerts that nobody has seen to", GOOD);
    waiting =
        figures.reading("letters_waiting", "E-mails that the mail server has not taken yet", GOOD);
  }

  @Override
  public String name() {
    return "the count of alerts";
  }

  @Override
  public Duration every() {
    return PAUSE;
  }

  @Override
  public void go() {
    sparing.go(this::count);
  }

  void count() {
    open.is(list.count(true));
    waiting.is(list.lettersWaiting());
  }
}
