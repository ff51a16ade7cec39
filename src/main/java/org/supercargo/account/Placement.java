package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.carrier.CarrierAccounts;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Proof;
import org.supercargo.token.GrantState;
import org.supercargo.token.GrantView;
import org.supercargo.token.Tokens;

/**
 * Puts a number under a grant, inside the caller's transaction. A living number that is not usable
 * any more (registered before OAuth, never proven, its grant dead) is connected in place: the new
 * log-in has just shown that it holds it, and refusing would force people to delete its history.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Placement {
  @Inject AccountRows accounts;
  @Inject AccountList list;
  @Inject CarrierAccounts carrier;
  @Inject Tokens tokens;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** The answer when the number is connected already; empty when there is something to do. */
  Optional<Saved> taken(long grant, Submission submitted) {
    return accounts
        .living(carrier.carrier(), submitted.number())
        .filter(this::isConnected)
        .map(
            account ->
                account.isSame(grant, submitted.details())
                    ? account.saved()
                    : new Saved.AlreadyConnected(account.id()));
  }

  /** Goes on when the carrier's verdict allows it, else notes why not. */
  Saved decide(Proof proof, Submission submitted, Supplier<Saved> goOn) {
    return switch (proof) {
      case Proof.Proven proven -> goOn.get();
      case Proof.Unavailable(CarrierMessage said, Instant retryAt) ->
          submitted.keepUnverified() && !isServing(submitted.number())
              ? goOn.get()
              : noted(submitted, Outcome.FAILED, said, new Saved.Unavailable(said));
      case Proof.NotHeld(CarrierMessage said) ->
          noted(submitted, Outcome.REFUSED, said, new Saved.NotHeld(said));
      case Proof.NotEnabled(CarrierMessage said) ->
          noted(submitted, Outcome.REFUSED, said, new Saved.NotEnabled(said));
      case Proof.Refused(CarrierMessage said) ->
          noted(submitted, Outcome.REFUSED, said, new Saved.Refused(said));
    };
  }

  CarrierAccount place(long grant, Decided decided) {
    AccountDetails details = decided.submitted().details();
    Actor who = decided.submitted().who();
    Optional<CarrierAccount> existing = accounts.living(carrier.carrier(), details.number());
    if (existing.isEmpty()) {
      CarrierAccount added = new CarrierAccount(carrier.carrier(), details, clock.instant());
      accounts.keep(added);
      audit.write(who, AuditAction.ACCOUNT_ADDED, Outcome.DONE, added.subject(), added.id(), null);
      return move(added, grant, decided.proof(), who);
    }
    CarrierAccount account = existing.get();
    accounts.lock(account);
    if (!account.isLiving() || isStanding(account, decided.proof())) {
      throw new OptimisticLockException("Somebody else was quicker; decide anew");
    }
    account.describe(details);
    return move(account, grant, decided.proof(), who);
  }

  /** The account and its new grant are locked by the caller. */
  CarrierAccount move(CarrierAccount account, long grant, Proof proof, Actor who) {
    Instant now = clock.instant();
    Optional<Long> old = account.grant().filter(former -> former != grant);
    account.join(grant, who.name(), now);
    if (proof instanceof Proof.Proven proven) {
      account.proven(proven, now);
      tokens.used(grant);
      note(account, who, Outcome.DONE);
    } else if (proof instanceof Proof.Unavailable unavailable) {
      account.heard(unavailable.said());
      note(account, who, Outcome.FAILED);
    }
    old.ifPresent(former -> accounts.releaseUnused(former, account, who));
    accounts.flush();
    return account;
  }

  private boolean isConnected(CarrierAccount account) {
    return account.isProven()
        && account
            .grant()
            .map(tokens::view)
            .filter(grant -> isUsable(grant) && clock.instant().isBefore(grant.diesAt()))
            .isPresent();
  }

  private static boolean isUsable(GrantView grant) {
    return grant.state() == GrantState.ACTIVE || grant.state() == GrantState.EXPIRING;
  }

  private boolean isServing(String number) {
    return accounts
        .living(carrier.carrier(), number)
        .filter(account -> list.isServing(account.id()))
        .isPresent();
  }

  /** Shipping goes on with it: what serves gives way to a proof, never to a number typed. */
  private boolean isStanding(CarrierAccount account, Proof against) {
    return against instanceof Proof.Proven ? isConnected(account) : list.isServing(account.id());
  }

  private void note(CarrierAccount account, Actor who, Outcome outcome) {
    audit.write(
        who,
        AuditAction.ACCOUNT_CONNECTED,
        outcome,
        account.subject(),
        account.id(),
        account.summary());
  }

  private Saved noted(Submission submitted, Outcome outcome, CarrierMessage said, Saved answer) {
    String subject = carrier.carrier() + " " + submitted.number();
    String detail = (said.code() + " " + said.text()).strip();
    audit.write(submitted.who(), AuditAction.ACCOUNT_CONNECTED, outcome, subject, null, detail);
    return answer;
  }
}
