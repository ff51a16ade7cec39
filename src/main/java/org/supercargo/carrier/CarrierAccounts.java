package org.supercargo.carrier;

import java.util.Optional;

/** The socket for what a carrier knows of account numbers. */
public interface CarrierAccounts {
  /** The carrier's short name as stored and shown, such as {@code UPS}. */
  String carrier();

  /** The number in the carrier's own form, or empty when it can't be one. */
  Optional<String> normalised(String typed);

  /**
   * Asks the carrier whether these credentials may use that account. Calls the carrier once; never
   * inside a database transaction. Does not throw for anything else that the carrier says or fails
   * to say.
   *
   * @throws CarrierException.TokenRefused when the carrier does not take the access token
   */
  Proof prove(Credentials credentials, AccountClaim claim);
}
