package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.supercargo.account.Arrival.Reason;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.AuthorizationCode;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierLogin;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.ConsentRequest;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;

/** The way to the consent pages and back. Calls the carrier, outside any transaction. */
@ApplicationScoped
class Journey {
  static final CarrierMessage NOTHING = new CarrierMessage("", "");
  @Inject CarrierLogin login;
  @Inject Attempts attempts;
  @Inject Gate gate;
  @Inject Connecting connecting;
  @Inject Regenerating regenerating;
  @Inject Insistence insist;
  @Inject Clock clock;

  /** Refused for a reason of ours. */
  static Arrival.Refused refused(Reason why) {
    return new Arrival.Refused(why, NOTHING);
  }

  Departure begin(Trip trip) {
    Secret verifier = login.usesProofKey() ? Ticket.fresh() : null;
    ConsentRequest request = new ConsentRequest(Ticket.fresh(), verifier);
    Optional<Long> attempt = insist.on(() -> attempts.open(trip, login.carrier(), request));
    if (attempt.isEmpty()) {
      return new Departure.Refused(Reason.ACCOUNT_GONE, NOTHING);
    }
    try {
      return new Departure.Leave(login.consentPage(request));
    } catch (CarrierException refused) {
      Arrival.Refused why = why(refused, Reason.APPLICATION_REFUSED);
      insist.on(() -> attempts.refuse(attempt.get(), why, trip.who()));
      return new Departure.Refused(why.reason(), why.said());
    }
  }

  Arrival complete(Callback callback, Actor who, Secret browser) {
    return switch (insist.on(() -> gate.admit(callback, who, browser))) {
      case Admission.Turned(Arrival.Refused why) -> why;
      case Admission.Admitted(ConnectAttempt attempt, AuthorizationCode code) ->
          exchanged(attempt, code, who);
    };
  }

  /** Goes on from tokens that are kept already. */
  Arrival resume(long id, Actor who) {
    Optional<ConnectAttempt> known = attempts.find(id, who);
    if (known.isEmpty()) {
      return refused(Reason.STATE_UNKNOWN);
    }
    ConnectAttempt attempt = known.get();
    return switch (attempt.stage()) {
      case KEPT ->
          attempt.hasExpiredAt(clock.instant())
              ? refused(Reason.STATE_EXPIRED)
              : goOn(attempt, who);
      case CONNECTED, REGENERATED ->
          connecting.late(new Errand(attempt, attempt.account().orElseThrow(), who));
      case ABANDONED -> refused(Reason.STATE_EXPIRED);
      case STARTED, RETURNED, WRONG_USER, REFUSED -> refused(Reason.STATE_USED);
    };
  }

  private Arrival exchanged(ConnectAttempt attempt, AuthorizationCode code, Actor who) {
    TokenSet given;
    try {
      given = login.exchange(code);
    } catch (CarrierException refused) {
      Arrival.Refused why = why(refused, Reason.CODE_REFUSED);
      return insist.on(() -> attempts.refuse(attempt.id(), why, who));
    }
    return goOn(insist.on(() -> attempts.keep(attempt.id(), given, who)), who);
  }

  private Arrival goOn(ConnectAttempt attempt, Actor who) {
    return switch (attempt.purpose()) {
      case Purpose.Add() -> new Arrival.DetailsWanted(attempt.id());
      case Purpose.Connect(long account) -> connecting.existing(new Errand(attempt, account, who));
      case Purpose.Regenerate(long account) -> regenerating.all(new Errand(attempt, account, who));
    };
  }

  private static Arrival.Refused why(CarrierException refused, Reason whenRejected) {
    Reason reason =
        switch (refused) {
          case CarrierException.Unavailable unavailable -> Reason.CARRIER_UNAVAILABLE;
          case CarrierException.ApplicationRefused application -> Reason.APPLICATION_REFUSED;
          case CarrierException.TokenRefused token -> Reason.APPLICATION_REFUSED;
          case CarrierException.Rejected rejected -> whenRejected;
          case CarrierException.ReconnectNeeded dead -> whenRejected;
        };
    return new Arrival.Refused(reason, refused.said());
  }
}
