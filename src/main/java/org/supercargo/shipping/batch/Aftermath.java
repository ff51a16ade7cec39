package org.supercargo.shipping.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.supercargo.account.Accounts;
import org.supercargo.node.Patrol;
import org.supercargo.shipping.Shipping;

/**
 * What becomes known of a row after its end: when an account was deleted nobody could find out what
 * came of it, and once its number is connected again somebody can.
 */
@ApplicationScoped
class Aftermath implements Patrol {
  private static final int BATCH = 200;
  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Inject AftermathSteps steps;
  @Inject Accounts accounts;
  @Inject Shipping shipping;

  @Override
  public String name() {
    return "the look at rows that could not be found out";
  }

  @Override
  public Duration every() {
    return PAUSE;
  }

  @Override
  public void go() {
    accounts.successions(steps::leaving).forEach(steps::inherit);
    List<Long> rows;
    do {
      rows = steps.outdated(BATCH);
      rows.forEach(this::tell);
    } while (rows.size() == BATCH);
  }

  private void tell(long row) {
    steps.shipment(row).flatMap(shipping::view).ifPresent(now -> steps.tell(row, now));
  }
}
