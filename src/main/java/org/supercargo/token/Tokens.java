package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.TokenSet;

/**
 * The vault. Methods that change a grant join the caller's transaction; {@link #accessFor} and
 * {@link #pendingAccess} may call the carrier and must be called outside any.
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
  public java.util.Optional<Credentials> pendingAccess(long pendingGrant) {
    throw new UnsupportedOperationException();
  }

  /** A pending grant becomes an active one. */
  public void activate(long pendingGrant) {
    throw new UnsupportedOperationException();
  }

  /**
   * The pending grant's pair becomes the next generation of {@code grant}; the old pair and the
   * pending row's copy are destroyed.
   */
  public void replace(long grant, long pendingGrant) {
    throw new UnsupportedOperationException();
  }

  /** Destroys the sealed tokens at once; the row stays for its history. Also for pending grants. */
  public void forget(long grant) {
    throw new UnsupportedOperationException();
  }

  /**
   * A usable access token; refreshes a stale one first, one caller at a time over all nodes.
   *
   * @throws org.supercargo.carrier.CarrierException.ReconnectNeeded when a person has to consent
   *     again
   * @throws org.supercargo.carrier.CarrierException.Unavailable when the carrier can't be asked now
   */
  public Credentials accessFor(long grant) {
    throw new UnsupportedOperationException();
  }

  /** Notes that the carrier accepted this grant's token. */
  public void used(long grant) {
    throw new UnsupportedOperationException();
  }

  public GrantView view(long grant) {
    throw new UnsupportedOperationException();
  }

  /** Oldest first. */
  public List<GrantEvent> timeline(long grant) {
    throw new UnsupportedOperationException();
  }
}
