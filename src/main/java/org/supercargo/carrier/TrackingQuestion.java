package org.supercargo.carrier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which parcel is looked for. */
public sealed interface TrackingQuestion {
  /**
   * By its number.
   *
   * @param trackingNumber as {@link CarrierTracking#normalised} gives it
   * @param proofs whether signature and letter of proof are wanted too
   */
  record ByNumber(String trackingNumber, boolean proofs) implements TrackingQuestion {}

  /**
   * By a reference that was sent with the order.
   *
   * @param accountNumber of the account that shipped; null looks through all
   * @param from the first day on which it may have been picked up
   * @param to the last one
   */
  record ByReference(String reference, @Nullable String accountNumber, LocalDate from, LocalDate to)
      implements TrackingQuestion {}
}
