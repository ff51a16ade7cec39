package org.supercargo.account;

import java.util.List;
import org.supercargo.carrier.CarrierMessage;

/** What came of submitting the registration page. */
public sealed interface Saved {
  /** Proven and connected. Submitting the same again answers the same. */
  record Connected(long accountId) implements Saved {}

  /** Kept as Not verified on the user's wish; the nightly check asks again. */
  record KeptUnverified(long accountId, CarrierMessage said) implements Saved {}

  /** Something typed can't be right; nothing was saved, the tokens are still kept. */
  record Invalid(List<FieldProblem> problems) implements Saved {}

  /** The number is connected already under this account. */
  record AlreadyConnected(long accountId) implements Saved {}

  /** The UPS log-in does not hold the number; nothing was saved, the number can be corrected. */
  record NotHeld(CarrierMessage said) implements Saved {}

  /** The API product is not enabled for the application; nothing was saved. */
  record NotEnabled(CarrierMessage said) implements Saved {}

  /** The carrier refuses for another reason; nothing was saved. */
  record Refused(CarrierMessage said) implements Saved {}

  /** The carrier could not be asked; nothing was saved, it may be kept as Not verified. */
  record Unavailable(CarrierMessage said) implements Saved {}

  /**
   * The database or the keys could not be had; nothing was saved, the same can be submitted again.
   */
  record NotStored() implements Saved {}

  /** The pending tokens are gone (30 minutes, restart of the trip, used up): consent again. */
  record ConsentGone() implements Saved {}
}
