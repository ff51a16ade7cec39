package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.supercargo.account.Arrival.Reason;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.carrier.AccountClaim;
import org.supercargo.carrier.Proof;
import org.supercargo.token.Tokens;

/** Swaps a grant's pair for a new one and heals all its numbers, in one transaction. */
@ApplicationScoped
@Transactional
class Renewal {
  @Inject AccountRows accounts;
  @Inject Attempts attempts;
  @Inject AuditTrail audit;
  @Inject Tokens tokens;
  @Inject Clock clock;

  /**
   * A number to prove the new tokens for.
   *
   * @param needed false when the old pair does not hold it either, so that a swap takes nothing
   *     away
   */
  record Candidate(long id, AccountClaim claim, boolean needed) {}

  /** Every living number of the account's grant; none when it is deleted or has no grant. */
  List<Candidate> candidates(long account) {
    return livingWith(account).stream()
        .map(one -> new Candidate(one.id(), one.claim(), isNeeded(one, account)))
        .toList();
  }

  private List<CarrierAccount> livingWith(long account) {
    return accounts
        .find(account)
        .filter(CarrierAccount::isLiving)
        .flatMap(CarrierAccount::grant)
        .map(accounts::livingOf)
        .orElseGet(List::of);
  }

  private static boolean isNeeded(CarrierAccount one, long regenerated) {
    return one.id() == regenerated || !one.isNotHeld();
  }

  /** Empty when a number that is needed is not among the proven ones. */
  Optional<Arrival> swap(Errand errand, Map<Long, Proof.Proven> proven) {
    ConnectAttempt attempt = attempts.lock(errand.id());
    if (attempt.stage() != AttemptStage.KEPT) {
      return Optional.of(
          attempt.stage() == AttemptStage.REGENERATED
              ? done(errand.account())
              : Journey.refused(Reason.STATE_USED));
    }
    CarrierAccount account = accounts.find(errand.account()).orElseThrow();
    accounts.lock(account);
    if (!account.isLiving() || account.grant().isEmpty()) {
      return Optional.of(refuse(errand, Reason.ACCOUNT_GONE));
    }
    long grant = account.grant().get();
    List<CarrierAccount> living = accounts.livingOf(grant);
    if (living.stream().anyMatch(one -> isNeeded(one, errand.account()) && !isIn(proven, one))) {
      return Optional.empty();
    }
    if (!tokens.replace(grant, attempt.pendingGrant().orElseThrow())) {
      return Optional.of(refuse(errand, Reason.STATE_EXPIRED));
    }
    living.stream().filter(one -> isIn(proven, one)).forEach(one -> heal(one, proven, errand));
    attempt.ends(AttemptStage.REGENERATED, null);
    return Optional.of(done(errand.account()));
  }

  Arrival done(long account) {
    List<String> numbers =
        livingWith(account).stream()
            .filter(CarrierAccount::isProven)
            .map(CarrierAccount::number)
            .toList();
    return new Arrival.Regenerated(account, numbers);
  }

  private static boolean isIn(Map<Long, Proof.Proven> proven, CarrierAccount account) {
    return proven.containsKey(account.id());
  }

  private void heal(CarrierAccount account, Map<Long, Proof.Proven> proven, Errand errand) {
    Proof.Proven proof = Objects.requireNonNull(proven.get(account.id()));
    account.proven(proof, clock.instant());
    audit.write(
        errand.who(),
        AuditAction.TOKENS_REGENERATED,
        Outcome.DONE,
        account.subject(),
        account.id(),
        account.summary());
  }

  private Arrival refuse(Errand errand, Reason why) {
    return attempts.refuse(errand.id(), Journey.refused(why), errand.who());
  }
}
