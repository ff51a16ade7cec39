package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;

/**
 * The vault. Methods that change a grant join the caller's transaction; {@link #accessFor} and
 * {@link #pendingAccess} may call the carrier and refuse to run inside one.
 */
@ApplicationScoped
public class Tokens {
  /**
   * Seals and keeps the tokens of an unfinished registration for the pending time; returns the
   * grant's id.
   */
  public long keepPending(String carrier, TokenSet tokens, String person) {
    throw new UnsupportedOperationException();
  }

  /** The access token of a pending grant. Empty when its time is over or it was decided. */
  public Optional<Credentials> pendingAccess(long pendingGrant) {
    throw new UnsupportedOperationException();
  }

  /**
   * A pending grant becomes an active one. False when its tokens are gone; true also when it was
   * active before.
   */
  public boolean activate(long pendingGrant) {
    throw new UnsupportedOperationException();
  }

  /**
   * The pending grant's pair becomes the next generation of {@code grant}; the old pair and the
   * pending row's copy are destroyed. False, with nothing changed, when the pending pair or the
   * grant is gone.
   */
  public boolean replace(long grant, long pendingGrant) {
    throw new UnsupportedOperationException();
  }

  /**
   * Destroys the sealed tokens at once; the row stays for its history. Also for pending grants.
   * Doing it again does nothing.
   */
  public void forget(long grant) {
    throw new UnsupportedOperationException();
  }

  /**
   * Keeps the grant as it is until the caller's transaction ends. False when it is deleted or never
   * was.
   */
  public boolean hold(long grant) {
    throw new UnsupportedOperationException();
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
  public Credentials accessFor(long grant) {
    throw new UnsupportedOperationException();
  }

  /** Notes that the carrier accepted this grant's token; exact to the minute. */
  public void used(long grant) {
    throw new UnsupportedOperationException();
  }

  /** Deleted grants are found too. */
  public GrantView view(long grant) {
    throw new UnsupportedOperationException();
  }

  /** Oldest first. */
  public List<GrantEvent> timeline(long grant) {
    throw new UnsupportedOperationException();
  }

  /** Seals a connect attempt's PKCE verifier; only the same state hash opens it again. */
  public byte[] sealVerifier(String stateHash, Secret verifier) {
    throw new UnsupportedOperationException();
  }

  public Secret openVerifier(String stateHash, byte[] sealed) {
    throw new UnsupportedOperationException();
  }

  /**
   * Active and expiring grants whose end has come become expired: at most {@code most} of them.
   * Answers which; fewer than {@code most} means that none is left. Rows that somebody else is
   * working on are left for the next time.
   */
  public List<Long> markExpired(int most) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #markExpired}: active grants that die within the settable number of days. */
  public List<Long> markExpiring(int most) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #markExpired}: expiring grants that no longer are. */
  public List<Long> markActive(int most) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #markExpired}: pending grants whose time is over; destroys their tokens. */
  public List<Long> sweepPending(int most) {
    throw new UnsupportedOperationException();
  }
}
