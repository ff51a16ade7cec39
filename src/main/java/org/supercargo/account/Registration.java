package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.TransactionalException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.supercargo.account.Arrival.Reason;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.Secret;

/**
 * How an account gets connected: begin → the carrier's consent pages → complete → save. Every
 * attempt is a row, so any node may take the next step. Calls the carrier; refuses to run inside a
 * transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class Registration {
  @Inject Journey journey;
  @Inject Connecting connecting;
  @Inject Verifying verifying;
  @Inject Attempts attempts;
  @Inject DetailsCheck check;
  @Inject Clock clock;

  /**
   * Opens an attempt and answers where to send the browser.
   *
   * @param browser a secret cookie's value that ties the attempt to this browser
   */
  public Departure begin(Purpose purpose, Actor who, Secret browser) {
    try {
      return journey.begin(new Trip(purpose, who, browser));
    } catch (NotStoredException | PersistenceException | TransactionalException failed) {
      return new Departure.Refused(Reason.NOT_STORED, Journey.NOTHING);
    }
  }

  /** Takes the browser's return. The state is used up by the first call that presents it. */
  public Arrival complete(Callback callback, Actor who, Secret browser) {
    return arrival(() -> journey.complete(callback, who, browser));
  }

  /** Asks the carrier again after {@link Arrival.NotProven}, with the tokens kept since. */
  public Arrival retry(long attempt, Actor who) {
    return arrival(() -> journey.resume(attempt, who));
  }

  /** Whether this attempt of this person still holds pending tokens, and until when it will. */
  public Optional<Instant> openUntil(long attempt, Actor who) {
    return attempts
        .find(attempt, who)
        .filter(found -> found.stage() == AttemptStage.KEPT)
        .map(ConnectAttempt::expiresAt)
        .filter(end -> clock.instant().isBefore(end));
  }

  /** What this person has left between the consent and Submit, the newest when there are more. */
  public Optional<Unfinished> unfinished(Actor who) {
    return attempts.unfinished(who).map(one -> new Unfinished(one.id(), one.expiresAt()));
  }

  /**
   * Proves the number with the attempt's pending tokens and connects it: account, grant and audit
   * entry in one transaction.
   *
   * @param keepUnverified save as Not verified when the carrier can't be asked
   */
  public Saved save(long attempt, AccountDetails details, boolean keepUnverified, Actor who) {
    return saved(
        details, good -> connecting.save(attempt, new Submission(good, keepUnverified, who)));
  }

  /**
   * Adds another number of the same UPS log-in, using the grant of an account that is connected.
   */
  public Saved saveAnother(
      long accountId, AccountDetails details, boolean keepUnverified, Actor who) {
    return saved(
        details,
        good -> connecting.saveAnother(accountId, new Submission(good, keepUnverified, who)));
  }

  /** Asks the carrier again about an account that is Not verified; answers as {@code save} does. */
  public Saved verify(long accountId, Actor who) {
    try {
      return verifying.verify(accountId, who);
    } catch (NotStoredException | PersistenceException | TransactionalException failed) {
      return new Saved.NotStored();
    }
  }

  private Saved saved(AccountDetails typed, Function<AccountDetails, Saved> save) {
    try {
      return switch (check.of(typed)) {
        case DetailsCheck.Checked.Good(AccountDetails details) -> save.apply(details);
        case DetailsCheck.Checked.Bad bad -> new Saved.Invalid(bad.problems());
      };
    } catch (NotStoredException | PersistenceException | TransactionalException failed) {
      return new Saved.NotStored();
    }
  }

  private static Arrival arrival(Supplier<Arrival> steps) {
    try {
      return steps.get();
    } catch (NotStoredException | PersistenceException | TransactionalException failed) {
      return Journey.refused(Reason.NOT_STORED);
    }
  }
}
