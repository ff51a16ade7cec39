package org.supercargo.carrier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of asking a carrier whether an account number may be used with a token. */
public sealed interface Proof {
  /** The number works. {@code negotiatedRates} tells whether the carrier gave negotiated ones. */
  record Proven(boolean negotiatedRates) implements Proof {}

  /** The token is good, but its user does not hold this number. */
  record NotHeld(CarrierMessage said) implements Proof {}

  /** The carrier refuses the token or has not enabled the API for this application. */
  record NotEnabled(CarrierMessage said) implements Proof {}

  /** The carrier refuses the claim for another reason, such as an address that does not fit. */
  record Refused(CarrierMessage said) implements Proof {}

  /** No verdict: the carrier is down, slow, limiting or answered rubbish. Try later. */
  record Unavailable(CarrierMessage said, @Nullable Instant retryAt) implements Proof {}
}
