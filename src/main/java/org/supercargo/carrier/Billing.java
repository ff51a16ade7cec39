package org.supercargo.carrier;

import org.jspecify.annotations.Nullable;

/** Who pays for a part of a shipment. */
public sealed interface Billing {
  /** The account that ships. */
  record Shipper() implements Billing {}

  /**
   * Who gets the parcels, by an account of theirs.
   *
   * @param postalCode of that account, where its country has them
   */
  record Receiver(String accountNumber, @Nullable String postalCode) implements Billing {}

  /**
   * Somebody else.
   *
   * @param postalCode of that account, where its country has them
   * @param country of that account, ISO 3166-1 alpha-2
   */
  record ThirdParty(String accountNumber, @Nullable String postalCode, String country)
      implements Billing {}
}
