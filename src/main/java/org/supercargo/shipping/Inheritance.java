package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.supercargo.account.Accounts;
import org.supercargo.account.Succession;
import org.supercargo.node.Patrol;

/**
 * Shipments of a deleted account go on with the account of the same number that is connected again:
 * with the old one went the tokens, and nobody could void, recover or track them any more. So do
 * the defaults of its shipments.
 */
@ApplicationScoped
class Inheritance implements Patrol {
  private static final int BATCH = 500;
  private static final Duration PAUSE = Duration.ofSeconds(10);

  @Inject InheritanceSteps steps;
  @Inject Accounts accounts;

  @Override
  public String name() {
    return "the look at shipments of accounts that were added again";
  }

  @Override
  public Duration every() {
    return PAUSE;
  }

  @Override
  public void go() {
    accounts.successions(steps::leaving).forEach(this::pass);
  }

  private void pass(Succession pair) {
    steps.passDefaults(pair);
    Patrol.drain(BATCH, () -> steps.pass(pair, BATCH));
  }
}
