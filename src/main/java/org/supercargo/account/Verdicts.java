package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Proof;
import org.supercargo.token.Tokens;

/** Keeps what the carrier said about a number when it was asked again. */
@ApplicationScoped
@Transactional
class Verdicts {
  @Inject AccountRows accounts;
  @Inject AuditTrail audit;
  @Inject Tokens tokens;
  @Inject Clock clock;

  /** The answer when the number is proven already. */
  Optional<Saved> known(long account) {
    return accounts
        .find(account)
        .filter(known -> known.isLiving() && known.isProven())
        .map(CarrierAccount::saved);
  }

  Saved settle(long id, long grant, Proof proof, Actor who) {
    CarrierAccount account = accounts.find(id).orElseThrow();
    accounts.lock(account);
    if (!account.isLiving() || !account.grant().equals(Optional.of(grant))) {
      return new Saved.ConsentGone();
    }
    if (account.isProven()) {
      // Proven while this was asked, perhaps with another pair: that answer is the newer one.
      return account.saved();
    }
    return switch (proof) {
      case Proof.Proven proven -> proven(account, proven, who);
      case Proof.NotHeld(CarrierMessage said) -> {
        account.notHeld(said);
        yield refused(account, said, new Saved.NotHeld(said), who);
      }
      case Proof.NotEnabled(CarrierMessage said) ->
          refused(account, said, new Saved.NotEnabled(said), who);
      case Proof.Refused(CarrierMessage said) ->
          refused(account, said, new Saved.Refused(said), who);
      case Proof.Unavailable unavailable -> {
        account.heard(unavailable.said());
        yield new Saved.Unavailable(unavailable.said());
      }
    };
  }

  private Saved proven(CarrierAccount account, Proof.Proven proof, Actor who) {
    account.proven(proof, clock.instant());
    account.grant().ifPresent(tokens::used);
    audit.write(
        who,
        AuditAction.ACCOUNT_VERIFIED,
        Outcome.DONE,
        account.subject(),
        account.id(),
        account.summary());
    return account.saved();
  }

  /** An entry a change: the same answer night after night is not one. */
  private Saved refused(CarrierAccount account, CarrierMessage said, Saved answer, Actor who) {
    boolean news = account.heard(said) || answer instanceof Saved.NotHeld;
    if (news) {
      audit.write(
          who,
          AuditAction.ACCOUNT_VERIFIED,
          Outcome.REFUSED,
          account.subject(),
          account.id(),
          account.summary());
    }
    return answer;
  }
}
