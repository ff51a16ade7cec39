package org.supercargo.shipping.location;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.supercargo.account.Accounts;
import org.supercargo.node.Patrol;

/**
 * Locations whose default account was deleted ship from the account of the same number that is
 * connected again.
 */
@ApplicationScoped
class Inheriting implements Patrol {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  @Inject LocationDesk desk;
  @Inject Accounts accounts;

  @Override
  public String name() {
    return "the look at locations of accounts that were added again";
  }

  @Override
  public Duration every() {
    return PAUSE;
  }

  @Override
  public void go() {
    accounts.successions(desk::leaving).forEach(desk::pass);
  }
}
