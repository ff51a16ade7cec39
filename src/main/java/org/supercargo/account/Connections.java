package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.supercargo.account.Arrival.Reason;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.AccountClaim;
import org.supercargo.carrier.Proof;
import org.supercargo.token.Tokens;

/**
 * Connects accounts with grants: account, grant, attempt and audit entry in one transaction, each
 * decided anew from locked rows, so that doing it twice or from two tabs at once ends the same.
 */
@ApplicationScoped
@Transactional
class Connections {
  @Inject AccountRows accounts;
  @Inject Attempts attempts;
  @Inject Placement placement;
  @Inject Renewal renewal;
  @Inject Tokens tokens;
  @Inject Clock clock;

  Optional<Long> grantOf(long account) {
    return accounts.find(account).filter(CarrierAccount::isLiving).flatMap(CarrierAccount::grant);
  }

  Optional<AccountClaim> claimOf(long account) {
    return accounts.find(account).filter(CarrierAccount::isLiving).map(CarrierAccount::claim);
  }

  Optional<Long> pendingOf(long attempt, Actor who) {
    return attempts.find(attempt, who).flatMap(ConnectAttempt::pendingGrant);
  }

  /** The good end that the attempt has come to, if it has. */
  Optional<Arrival> ended(Errand errand) {
    return switch (attempts.lock(errand.id()).stage()) {
      case CONNECTED -> Optional.of(new Arrival.Connected(errand.account(), errand.id()));
      case REGENERATED -> Optional.of(renewal.done(errand.account()));
      case STARTED, RETURNED, KEPT, WRONG_USER, REFUSED, ABANDONED -> Optional.empty();
    };
  }

  /** What can be told of a Submit without asking the carrier. */
  Optional<Saved> answered(long attempt, Submission submitted) {
    return attempts
        .find(attempt, submitted.who())
        .map(known -> verdict(known, submitted))
        .orElseGet(() -> Optional.of(new Saved.ConsentGone()));
  }

  Optional<Saved> answeredBy(long grant, Submission submitted) {
    return placement.taken(grant, submitted);
  }

  /** Connects with the pending grant of the attempt, which becomes active. */
  Saved placePending(long id, Submission submitted, Proof proof) {
    ConnectAttempt attempt = attempts.lock(id);
    return verdict(attempt, submitted)
        .orElseGet(
            () ->
                placement.decide(
                    proof, submitted, () -> useUp(attempt, new Decided(submitted, proof))));
  }

  /** Connects with a grant that is active already. */
  Saved placeActive(long grant, Submission submitted, Proof proof) {
    return placement.decide(
        proof,
        submitted,
        () -> {
          if (!tokens.hold(grant)) {
            return new Saved.ConsentGone();
          }
          return placement
              .taken(grant, submitted)
              .orElseGet(() -> placement.place(grant, new Decided(submitted, proof)).saved());
        });
  }

  /** Connects an existing account with the pending grant of the attempt. */
  Arrival connect(Errand errand, Proof.Proven proven) {
    ConnectAttempt attempt = attempts.lock(errand.id());
    if (attempt.stage() != AttemptStage.KEPT) {
      return attempt.stage() == AttemptStage.CONNECTED
          ? new Arrival.Connected(errand.account(), errand.id())
          : Journey.refused(Reason.STATE_USED);
    }
    CarrierAccount account = accounts.find(errand.account()).orElseThrow();
    accounts.lock(account);
    if (!account.isLiving()) {
      return attempts.refuse(errand.id(), Journey.refused(Reason.ACCOUNT_GONE), errand.who());
    }
    long pending = attempt.pendingGrant().orElseThrow();
    if (!tokens.activate(pending)) {
      return attempts.refuse(errand.id(), Journey.refused(Reason.STATE_EXPIRED), errand.who());
    }
    placement.move(account, pending, proven, errand.who());
    attempt.ledTo(errand.account());
    return new Arrival.Connected(errand.account(), errand.id());
  }

  private Optional<Saved> verdict(ConnectAttempt attempt, Submission submitted) {
    return switch (attempt.stage()) {
      case CONNECTED ->
          Optional.of(
              accounts
                  .find(attempt.account().orElseThrow())
                  .filter(account -> account.number().equals(submitted.number()))
                  .map(CarrierAccount::saved)
                  .orElseGet(Saved.ConsentGone::new));
      case KEPT ->
          attempt.purpose() instanceof Purpose.Add && !attempt.hasExpiredAt(clock.instant())
              ? placement.taken(attempt.pendingGrant().orElseThrow(), submitted)
              : Optional.of(new Saved.ConsentGone());
      case STARTED, RETURNED, REGENERATED, WRONG_USER, REFUSED, ABANDONED ->
          Optional.of(new Saved.ConsentGone());
    };
  }

  private Saved useUp(ConnectAttempt attempt, Decided decided) {
    long pending = attempt.pendingGrant().orElseThrow();
    if (!tokens.activate(pending)) {
      return new Saved.ConsentGone();
    }
    CarrierAccount account = placement.place(pending, decided);
    attempt.ledTo(account.id());
    return account.saved();
  }
}
