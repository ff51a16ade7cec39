package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.supercargo.account.Arrival.Reason;
import org.supercargo.carrier.AccountClaim;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Proof;

/** Proves a number with the tokens of an attempt or of a grant, then has it connected. */
@ApplicationScoped
class Connecting {
  @Inject Proving proving;
  @Inject Connections connections;
  @Inject Attempts attempts;
  @Inject Insistence insist;

  /** With the pending tokens of a fresh consent. */
  Saved save(long attempt, Submission submitted) {
    return connections
        .answered(attempt, submitted)
        .orElseGet(() -> savePending(attempt, submitted));
  }

  /** With the grant of an account that is connected. */
  Saved saveAnother(long account, Submission submitted) {
    Optional<Long> grant = connections.grantOf(account);
    if (grant.isEmpty()) {
      return new Saved.ConsentGone();
    }
    return connections
        .answeredBy(grant.get(), submitted)
        .orElseGet(() -> saveActive(grant.get(), submitted));
  }

  /** An existing account, with the pending tokens of a consent given for it. */
  Arrival existing(Errand errand) {
    Optional<AccountClaim> claim = connections.claimOf(errand.account());
    if (claim.isEmpty()) {
      return refused(errand, Reason.ACCOUNT_GONE, Journey.NOTHING);
    }
    Optional<Proof> proof = prove(errand, claim.get());
    if (proof.isEmpty()) {
      return late(errand);
    }
    return switch (proof.get()) {
      case Proof.Proven proven -> insist.on(() -> connections.connect(errand, proven));
      case Proof.NotHeld(CarrierMessage said) ->
          wrongUser(errand, List.of(claim.get().number()), said);
      case Proof other -> answer(errand, other);
    };
  }

  /** Empty when the pending tokens are gone; no verdict when they can't be had at the moment. */
  Optional<Proof> prove(Errand errand, AccountClaim claim) {
    try {
      return errand.attempt().pendingGrant().flatMap(it -> proving.provePending(it, claim));
    } catch (CarrierException.Unavailable away) {
      return Optional.of(new Proof.Unavailable(away.said(), away.retryAt().orElse(null)));
    }
  }

  Arrival wrongUser(Errand errand, List<String> numbers, CarrierMessage said) {
    Arrival.WrongUser wrong = new Arrival.WrongUser(errand.account(), numbers, said);
    return insist.on(() -> attempts.wrongUser(errand.id(), wrong, errand.who()));
  }

  /** The tokens are gone: their time is over, or another tab has just used them. */
  Arrival late(Errand errand) {
    return connections
        .ended(errand)
        .orElseGet(() -> refused(errand, Reason.STATE_EXPIRED, Journey.NOTHING));
  }

  Arrival refused(Errand errand, Reason why, CarrierMessage said) {
    Arrival.Refused refused = new Arrival.Refused(why, said);
    return insist.on(() -> attempts.refuse(errand.id(), refused, errand.who()));
  }

  /**
   * No verdict leaves the tokens kept: asking again then needs no second consent. The other answers
   * would stay the same, so their tokens go.
   */
  Arrival answer(Errand errand, Proof proof) {
    return switch (proof) {
      case Proof.Unavailable unavailable ->
          new Arrival.NotProven(errand.account(), errand.id(), unavailable.said());
      case Proof.NotEnabled(CarrierMessage said) ->
          refused(errand, Reason.APPLICATION_REFUSED, said);
      case Proof.Refused(CarrierMessage said) -> refused(errand, Reason.ACCOUNT_REFUSED, said);
      case Proof.Proven proven -> throw new IllegalArgumentException("Proven is no refusal");
      case Proof.NotHeld notHeld -> throw new IllegalArgumentException("NotHeld names numbers");
    };
  }

  private Saved savePending(long attempt, Submission submitted) {
    Optional<Proof> proof;
    try {
      proof =
          connections
              .pendingOf(attempt, submitted.who())
              .flatMap(pending -> proving.provePending(pending, claim(submitted)));
    } catch (CarrierException.Unavailable unavailable) {
      return new Saved.Unavailable(unavailable.said());
    }
    if (proof.isEmpty()) {
      // Another Submit may have used them up just now: its answer is ours too.
      return connections.answered(attempt, submitted).orElseGet(Saved.ConsentGone::new);
    }
    Proof answer = proof.get();
    return insist.on(() -> connections.placePending(attempt, submitted, answer));
  }

  private Saved saveActive(long grant, Submission submitted) {
    try {
      Proof proof = proving.prove(grant, claim(submitted));
      return insist.on(() -> connections.placeActive(grant, submitted, proof));
    } catch (CarrierException noAccess) {
      return withoutAccess(noAccess);
    }
  }

  static Saved withoutAccess(CarrierException why) {
    return switch (why) {
      case CarrierException.Unavailable unavailable -> new Saved.Unavailable(why.said());
      case CarrierException.ReconnectNeeded dead -> new Saved.ConsentGone();
      case CarrierException.ApplicationRefused application -> new Saved.Refused(why.said());
      case CarrierException.TokenRefused token -> new Saved.NotEnabled(why.said());
      case CarrierException.Rejected rejected -> new Saved.Refused(why.said());
    };
  }

  private static AccountClaim claim(Submission submitted) {
    return new AccountClaim(submitted.number(), Registrant.address(submitted.details()));
  }
}
