package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.supercargo.carrier.AccountClaim;
import org.supercargo.carrier.CarrierAccounts;
import org.supercargo.carrier.CarrierException.TokenRefused;
import org.supercargo.carrier.Proof;
import org.supercargo.token.Tokens;

/** Asks the carrier about a number with the vault's tokens. */
@ApplicationScoped
class Proving {
  @Inject CarrierAccounts carrier;
  @Inject Tokens tokens;

  /**
   * @throws org.supercargo.carrier.CarrierException when there is no token to be had
   */
  Proof prove(long grant, AccountClaim claim) {
    try {
      return tokens.use(grant, access -> carrier.prove(access, claim));
    } catch (TokenRefused alsoWhenFresh) {
      return new Proof.NotEnabled(alsoWhenFresh.said());
    }
  }

  /** Empty when the pending tokens are gone. */
  Optional<Proof> provePending(long pendingGrant, AccountClaim claim) {
    try {
      return tokens.usePending(pendingGrant, access -> carrier.prove(access, claim));
    } catch (TokenRefused alsoWhenFresh) {
      return Optional.of(new Proof.NotEnabled(alsoWhenFresh.said()));
    }
  }
}
