package org.supercargo.account;

import java.util.List;
import org.supercargo.carrier.CarrierMessage;

/** How a trip to the consent pages ended. */
public sealed interface Arrival {
  /**
   * Tokens are kept as pending under this attempt; details are to be entered at the registration
   * page.
   */
  record DetailsWanted(long attempt) implements Arrival {}

  /** An existing account without grant was connected. */
  record Connected(long accountId, long attempt) implements Arrival {}

  /** New tokens were proven for every number of the grant. */
  record Regenerated(long accountId, List<String> numbers) implements Arrival {}

  /**
   * The consent was given by a UPS user who lacks these numbers; the old pair stays in force, the
   * new one is destroyed.
   */
  record WrongUser(long accountId, List<String> numbers, CarrierMessage said) implements Arrival {}

  /**
   * The carrier could not be asked about the new tokens; nothing was changed. They are kept for the
   * pending time, so that {@link Registration#retry} can ask again without another consent.
   */
  record NotProven(long accountId, long attempt, CarrierMessage said) implements Arrival {}

  /** Nothing was changed. */
  record Refused(Reason reason, CarrierMessage said) implements Arrival {}

  /** Why a callback was refused. */
  enum Reason {
    DENIED("denied at the consent page"),
    STATE_MISSING("came without a state"),
    STATE_UNKNOWN("state was never given out"),
    STATE_USED("state was used before"),
    STATE_EXPIRED("came too late"),
    OTHER_BROWSER("came in another browser"),
    OTHER_PERSON("came signed in as another person"),
    CODE_MISSING("came without a code"),
    CODE_REFUSED("code was refused"),
    APPLICATION_REFUSED("the application was refused"),
    CARRIER_UNAVAILABLE("carrier unavailable"),
    ACCOUNT_GONE("account is gone"),
    /** The carrier refuses this account for another reason, such as its address. */
    ACCOUNT_REFUSED("account was refused"),
    /** The database or the keys were away after the carrier had answered; consent again. */
    NOT_STORED("tokens could not be stored");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** For the audit trail. */
    String words() {
      return words;
    }
  }
}
