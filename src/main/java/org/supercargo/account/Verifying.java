package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.AccountClaim;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.Proof;

/** Asks the carrier again about a number that was kept without its word. */
@ApplicationScoped
class Verifying {
  @Inject Proving proving;
  @Inject Connections connections;
  @Inject Verdicts verdicts;
  @Inject Insistence insist;

  Saved verify(long account, Actor who) {
    Optional<Saved> proven = verdicts.known(account);
    Optional<Long> grant = connections.grantOf(account);
    Optional<AccountClaim> claim = connections.claimOf(account);
    if (proven.isPresent() || grant.isEmpty() || claim.isEmpty()) {
      return proven.orElseGet(Saved.ConsentGone::new);
    }
    try {
      Proof proof = proving.prove(grant.get(), claim.get());
      return insist.on(() -> verdicts.settle(account, grant.get(), proof, who));
    } catch (CarrierException noAccess) {
      return Connecting.withoutAccess(noAccess);
    }
  }
}
