package org.supercargo.carrier;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one service costs, and when it is there.
 *
 * @param published the list price
 * @param negotiated the account's own price; null when the carrier gave none
 * @param billingWeight what is charged for, which may be room instead of weight
 * @param arrival null when the carrier told none
 * @param businessDays in transit; null when the carrier told none
 * @param guaranteed whether the carrier promises the arrival
 * @param zone the carrier's distance class
 * @param notices what the carrier wants to be known, in its words
 */
public record Rate(
    Service service,
    Charges published,
    @Nullable Charges negotiated,
    @Nullable Weight billingWeight,
    @Nullable Arrival arrival,
    @Nullable Integer businessDays,
    boolean guaranteed,
    @Nullable String zone,
    List<CarrierMessage> notices) {

  public Rate {
    notices = List.copyOf(notices);
  }

  /** What this account is to pay: the negotiated price where there is one. */
  public Money price() {
    return Optional.ofNullable(negotiated).orElse(published).total();
  }
}
