package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.ConsentRequest;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;
import org.supercargo.token.Tokens;

/** The rows of trips to the consent pages; every method is one transaction. */
@ApplicationScoped
@Transactional
class Attempts {
  @PersistenceContext EntityManager rows;
  @Inject AccountRows accounts;
  @Inject AuditTrail audit;
  @Inject Tokens tokens;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Opens one; empty when the account it is about is deleted. */
  Optional<Long> open(Trip trip, String carrier, ConsentRequest request) {
    Long about = trip.why().account();
    if (about != null && accounts.find(about).filter(CarrierAccount::isLiving).isEmpty()) {
      return Optional.empty();
    }
    ConnectAttempt attempt = new ConnectAttempt(trip.why(), carrier, Ticket.hash(request.state()));
    attempt.belongsTo(trip.who().name(), Ticket.hash(trip.browser()));
    Instant now = clock.instant();
    attempt.lasts(now, now.plus(settings.get(Keys.ATTEMPT_LIFE)));
    Secret verifier = request.verifier();
    if (verifier != null) {
      attempt.remembers(tokens.sealVerifier(attempt.stateHash(), verifier));
    }
    rows.persist(attempt);
    rows.flush();
    note(attempt, AuditAction.CONSENT_STARTED, Outcome.DONE, trip.who(), null);
    return Optional.of(attempt.id());
  }

  Optional<ConnectAttempt> find(long id, Actor who) {
    return Optional.ofNullable(rows.find(ConnectAttempt.class, id))
        .filter(attempt -> attempt.isOf(who.name()));
  }

  /** The newest whose tokens wait for this person to enter an account. */
  Optional<ConnectAttempt> unfinished(Actor who) {
    return rows.createQuery(
            "select a from ConnectAttempt a where a.stage = :kept and a.purpose = 'ADD'"
                + " and a.person = :person and a.expiresAt > :now order by a.id desc",
            ConnectAttempt.class)
        .setParameter("kept", AttemptStage.KEPT)
        .setParameter("person", who.name())
        .setParameter("now", clock.instant())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Reads it anew and keeps others off until the caller's transaction ends. */
  ConnectAttempt lock(long id) {
    rows.flush();
    ConnectAttempt attempt = rows.find(ConnectAttempt.class, id);
    rows.refresh(attempt, LockModeType.PESSIMISTIC_WRITE);
    return attempt;
  }

  Optional<ConnectAttempt> lockByState(Secret state) {
    return rows.createQuery(
            "select a from ConnectAttempt a where a.stateHash = :hash", ConnectAttempt.class)
        .setParameter("hash", Ticket.hash(state))
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** Seals the tokens that the carrier has just given and ties them to the attempt. */
  ConnectAttempt keep(long id, TokenSet given, Actor who) {
    ConnectAttempt attempt = lock(id);
    if (attempt.stage() == AttemptStage.RETURNED) {
      long pending = tokens.keepPending(attempt.carrier(), given, who.name());
      attempt.keeps(pending, clock.instant().plus(settings.get(Keys.PENDING_LIFE)));
      note(attempt, AuditAction.CONSENT_RETURNED, Outcome.DONE, who, null);
    }
    return attempt;
  }

  /** Ends an attempt that leads to nothing and destroys its tokens; a decided one stays. */
  void end(long id, AttemptStage how, @Nullable String why) {
    ConnectAttempt attempt = lock(id);
    if (attempt.isOpen()) {
      attempt.pendingGrant().ifPresent(tokens::forget);
      attempt.ends(how, why);
    }
  }

  Arrival.Refused refuse(long id, Arrival.Refused why, Actor who) {
    ConnectAttempt attempt = lock(id);
    String words = words(why.reason(), why.said());
    end(id, AttemptStage.REFUSED, words);
    note(attempt, AuditAction.CONSENT_RETURNED, Outcome.REFUSED, who, words);
    return why;
  }

  /** The consent came from a log-in that lacks some number; its tokens go, nothing else does. */
  Arrival wrongUser(long id, Arrival.WrongUser wrong, Actor who) {
    ConnectAttempt attempt = lock(id);
    String words =
        "wrong user for " + String.join(", ", wrong.numbers()) + ": " + wrong.said().text();
    end(id, AttemptStage.WRONG_USER, cut(words));
    boolean renewing = attempt.purpose() instanceof Purpose.Regenerate;
    AuditAction action = renewing ? AuditAction.TOKENS_REGENERATED : AuditAction.ACCOUNT_CONNECTED;
    note(attempt, action, Outcome.REFUSED, who, words);
    return wrong;
  }

  static String words(Arrival.Reason reason, CarrierMessage said) {
    String carriers = (said.code() + " " + said.text()).strip();
    return cut(carriers.isEmpty() ? reason.words() : reason.words() + ": " + carriers);
  }

  private static String cut(String words) {
    return words.length() > 500 ? words.substring(0, 500) : words;
  }

  private void note(
      ConnectAttempt attempt,
      AuditAction action,
      Outcome outcome,
      Actor who,
      @Nullable String detail) {
    Optional<CarrierAccount> about = attempt.account().flatMap(accounts::find);
    String subject = about.map(CarrierAccount::subject).orElse(attempt.carrier() + " log-in");
    audit.write(who, action, outcome, subject, attempt.account().orElse(null), detail);
  }
}
