package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.supercargo.carrier.CarrierException.ReconnectNeeded;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;

/**
 * The vault. Methods that change a grant join the caller's transaction; {@link #accessFor} and
 * {@link #pendingAccess} may call the carrier and refuse to run inside one.
 */
@ApplicationScoped
public class Tokens {
  @Inject private Grants grants;
  @Inject private Refresher refresher;
  @Inject private InactivityCheck check;
  @Inject private Sealer sealer;

  /**
   * Seals and keeps the tokens of an unfinished registration for the pending time; returns the
   * grant's id.
   */
  public long keepPending(String carrier, TokenSet tokens, String person) {
    return grants.keepPending(carrier, tokens, person);
  }

  /** The access token of a pending grant. Empty when its time is over or it was decided. */
  @Transactional(Transactional.TxType.NEVER)
  public Optional<Credentials> pendingAccess(long pendingGrant) {
    if (!grants.isPending(pendingGrant)) {
      return Optional.empty();
    }
    try {
      return Optional.of(refresher.accessFor(pendingGrant));
    } catch (ReconnectNeeded dead) {
      return Optional.empty();
    }
  }

  /**
   * A pending grant becomes an active one. False when its tokens are gone; true also when it was
   * active before.
   */
  public boolean activate(long pendingGrant) {
    return grants.activate(pendingGrant);
  }

  /**
   * The pending grant's pair becomes the next generation of {@code grant}; the old pair and the
   * pending row's copy are destroyed. False, with nothing changed, when the pending pair or the
   * grant is gone.
   */
  public boolean replace(long grant, long pendingGrant) {
    return grants.replace(grant, pendingGrant);
  }

  /**
   * Destroys the sealed tokens at once; the row stays for its history. Also for pending grants.
   * Doing it again does nothing.
   */
  public void forget(long grant) {
    grants.forget(grant);
  }

  /**
   * Keeps the grant as it is until the caller's transaction ends. False when it is deleted or never
   * was.
   */
  public boolean hold(long grant) {
    return grants.hold(grant);
  }

  /**
   * A usable access token; refreshes a stale one first, one caller at a time over all nodes. Waits
   * at most 15 seconds for another caller's refresh.
   *
   * @throws org.supercargo.carrier.CarrierException.ReconnectNeeded when a person has to consent
   *     again
   * @throws org.supercargo.carrier.CarrierException when the carrier can't be asked now or refuses
   *     the application
   */
  @Transactional(Transactional.TxType.NEVER)
  public Credentials accessFor(long grant) {
    return refresher.accessFor(grant);
  }

  /** Notes that the carrier accepted this grant's token; exact to the minute. */
  public void used(long grant) {
    grants.used(grant);
  }

  /** Deleted grants are found too. */
  public GrantView view(long grant) {
    return grants.view(grant);
  }

  /** Oldest first. */
  public List<GrantEvent> timeline(long grant) {
    return grants.timeline(grant);
  }

  /** Seals a connect attempt's PKCE verifier; only the same state hash opens it again. */
  public byte[] sealVerifier(String stateHash, Secret verifier) {
    return sealer.seal(verifier, Place.verifier(stateHash));
  }

  public Secret openVerifier(String stateHash, byte[] sealed) {
    return sealer.open(sealed, Place.verifier(stateHash));
  }

  /**
   * Active and expiring grants whose end has come become expired: at most {@code most} of them.
   * Answers which; fewer than {@code most} means that none is left. Rows that somebody else is
   * working on are left for the next time.
   */
  public List<Long> markExpired(int most) {
    return check.markExpired(most);
  }

  /** As {@link #markExpired}: active grants that die within the settable number of days. */
  public List<Long> markExpiring(int most) {
    return check.markExpiring(most);
  }

  /** As {@link #markExpired}: expiring grants that no longer are. */
  public List<Long> markActive(int most) {
    return check.markActive(most);
  }

  /** As {@link #markExpired}: pending grants whose time is over; destroys their tokens. */
  public List<Long> sweepPending(int most) {
    return check.sweepPending(most);
  }
}
