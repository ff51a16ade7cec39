package org.supercargo.access.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.supercargo.node.Round;
import org.supercargo.node.Tally;

/** When each key was last used: noted in memory, written twice a minute. */
@ApplicationScoped
class LastUsed implements Round {
  private final Tally tally = new Tally();
  @Inject private KeyDesk desk;
  @Inject private Windows windows;
  @Inject private Clock clock;

  void note(long key) {
    tally.note(key, clock.instant());
  }

  @Override
  public String name() {
    return "the writing of API keys' last use";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void go() {
    tally.write(desk::used);
    windows.sweep();
  }
}
