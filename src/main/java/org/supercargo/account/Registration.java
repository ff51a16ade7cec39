package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.Secret;

/**
 * How an account gets connected: begin → the carrier's consent pages → complete → save. Every
 * attempt is a row, so any node may take the next step. Calls the carrier; never inside a
 * transaction.
 */
@ApplicationScoped
public class Registration {
  /**
   * Opens an attempt and answers where to send the browser.
   *
   * @param browser a secret cookie's value that ties the attempt to this browser
   */
  public Departure begin(Purpose purpose, Actor who, Secret browser) {
    throw new UnsupportedOperationException();
  }

  /** Takes the browser's return. The state is used up by the first call that presents it. */
  public Arrival complete(Callback callback, Actor who, Secret browser) {
    throw new UnsupportedOperationException();
  }

  /** Asks the carrier again after {@link Arrival.NotProven}, with the tokens kept since. */
  public Arrival retry(long attempt, Actor who) {
    throw new UnsupportedOperationException();
  }

  /** Whether this attempt of this person still holds pending tokens, and until when it will. */
  public Optional<Instant> openUntil(long attempt, Actor who) {
    throw new UnsupportedOperationException();
  }

  /**
   * Proves the number with the attempt's pending tokens and connects it: account, grant and audit
   * entry in one transaction.
   *
   * @param keepUnverified save as Not verified when the carrier can't be asked
   */
  public Saved save(long attempt, AccountDetails details, boolean keepUnverified, Actor who) {
    throw new UnsupportedOperationException();
  }

  /**
   * Adds another number of the same UPS log-in, using the grant of an account that is connected.
   */
  public Saved saveAnother(
      long accountId, AccountDetails details, boolean keepUnverified, Actor who) {
    throw new UnsupportedOperationException();
  }

  /** Asks the carrier again about an account that is Not verified; answers as {@code save} does. */
  public Saved verify(long accountId, Actor who) {
    throw new UnsupportedOperationException();
  }
}
