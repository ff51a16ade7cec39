package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.supercargo.node.Round;
import org.supercargo.node.Tally;

/** When each account was last used: noted in memory, written twice a minute. */
@ApplicationScoped
class LastUsed implements Round {
  private final Tally tally = new Tally();
  @Inject AccessRows rows;
  @Inject Clock clock;

  void note(long account) {
    tally.note(account, clock.instant());
  }

  @Override
  public String name() {
    return "the writing of accounts' last use";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void go() {
    tally.write(rows::used);
  }
}
