package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.Arrival.Reason;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.carrier.AuthorizationCode;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Secret;
import org.supercargo.token.Tokens;

/**
 * Judges what a browser brings back. A state is used up by the first call that presents it, in a
 * transaction of its own, before anything is done with the code.
 */
@ApplicationScoped
@Transactional
class Gate {
  @Inject Attempts attempts;
  @Inject AccountRows accounts;
  @Inject AuditTrail audit;
  @Inject Tokens tokens;
  @Inject Clock clock;

  Admission admit(Callback callback, Actor who, Secret browser) {
    Secret state = callback.state();
    if (state == null) {
      return strange(Reason.STATE_MISSING, who);
    }
    Optional<ConnectAttempt> known = attempts.lockByState(state);
    if (known.isEmpty()) {
      return strange(Reason.STATE_UNKNOWN, who);
    }
    ConnectAttempt attempt = known.get();
    if (attempt.stage() != AttemptStage.STARTED) {
      boolean swept = attempt.stage() == AttemptStage.ABANDONED;
      return strange(swept ? Reason.STATE_EXPIRED : Reason.STATE_USED, who);
    }
    Reason against = objection(attempt, callback, who, browser);
    return against == null ? admitted(attempt, callback) : turned(attempt, against, callback, who);
  }

  private @Nullable Reason objection(
      ConnectAttempt attempt, Callback callback, Actor who, Secret browser) {
    if (!attempt.isFrom(Ticket.hash(browser))) {
      return Reason.OTHER_BROWSER;
    }
    if (!attempt.isOf(who.name())) {
      return Reason.OTHER_PERSON;
    }
    if (attempt.hasExpiredAt(clock.instant())) {
      return Reason.STATE_EXPIRED;
    }
    if (callback.error() != null) {
      return Reason.DENIED;
    }
    if (callback.code() == null) {
      return Reason.CODE_MISSING;
    }
    return isGone(attempt) ? Reason.ACCOUNT_GONE : null;
  }

  private boolean isGone(ConnectAttempt attempt) {
    return attempt
        .account()
        .map(id -> accounts.find(id).filter(CarrierAccount::isLiving).isEmpty())
        .orElse(false);
  }

  private Admission admitted(ConnectAttempt attempt, Callback callback) {
    Secret verifier =
        attempt
            .sealedVerifier()
            .map(kept -> tokens.openVerifier(attempt.stateHash(), kept))
            .orElse(null);
    attempt.returned(clock.instant());
    Secret code = Objects.requireNonNull(callback.code());
    return new Admission.Admitted(attempt, new AuthorizationCode(code, verifier));
  }

  private Admission turned(ConnectAttempt attempt, Reason why, Callback callback, Actor who) {
    attempt.returned(clock.instant());
    CarrierMessage said = why == Reason.DENIED ? said(callback) : Journey.NOTHING;
    return new Admission.Turned(attempts.refuse(attempt.id(), new Arrival.Refused(why, said), who));
  }

  /** Nobody's attempt, or one that is decided already: its row stays as it is. */
  private Admission strange(Reason why, Actor who) {
    audit.write(who, AuditAction.CONSENT_RETURNED, Outcome.REFUSED, "consent", null, why.words());
    return new Admission.Turned(Journey.refused(why));
  }

  private static CarrierMessage said(Callback callback) {
    return new CarrierMessage(cut(callback.error(), 40), cut(callback.errorDescription(), 300));
  }

  private static String cut(@Nullable String untrusted, int most) {
    String text = untrusted == null ? "" : untrusted.replaceAll("\\p{C}", " ").strip();
    return text.length() > most ? text.substring(0, most) : text;
  }
}
