package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.supercargo.account.Accounts;
import org.supercargo.node.Patrol;

/**
 * Shipments that could not be found out, because their account was deleted, are looked for again
 * once an account of the same number is connected: whoever holds it can be told of them.
 */
@ApplicationScoped
class Reopening implements Patrol {
  private static final int BATCH = 50;
  private static final Duration PAUSE = Duration.ofSeconds(10);

  @Inject LookSteps steps;
  @Inject Accounts accounts;

  @Override
  public String name() {
    return "the look at shipments that could not be found out";
  }

  @Override
  public Duration every() {
    return PAUSE;
  }

  @Override
  public void go() {
    steps.unresolved().stream()
        .filter(of -> accounts.usable(of.carrier(), of.number()).isPresent())
        .forEach(this::reopen);
  }

  private void reopen(Unresolved of) {
    Patrol.drain(BATCH, () -> steps.reopen(of, BATCH));
  }

  /** Whose shipments could not be found out. */
  record Unresolved(String carrier, String number) {}
}
