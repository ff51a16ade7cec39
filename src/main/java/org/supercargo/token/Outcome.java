package org.supercargo.token;

import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Credentials;

/** What came of wanting a fresh token. */
sealed interface Outcome {
  /** There is a new pair; this is its access token. */
  record Refreshed(Credentials credentials) implements Outcome {}

  /** None was needed: somebody else had refreshed it, or it was good. */
  record StillValid(Credentials credentials) implements Outcome {}

  /** A person has to consent again. */
  record Revoked(CarrierMessage why) implements Outcome {}

  /** The carrier may have answered; nobody knows. */
  record Uncertain(CarrierMessage why) implements Outcome {}

  /**
   * Not now.
   *
   * @param daySpent whether the day's budget is the reason
   */
  record Unavailable(CarrierException why, boolean daySpent) implements Outcome {}
}
