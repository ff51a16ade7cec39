package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierException.ReconnectNeeded;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;
import org.supercargo.custody.Sealer;
import org.supercargo.custody.Wrapped;
import org.supercargo.token.pace.Alarm;
import org.supercargo.token.pace.Pace;

/**
 * The vault. Methods that change a grant join the caller's transaction; {@link #accessFor}, {@link
 * #use} and {@link #usePending} may call the carrier and refuse to run inside one.
 */
@ApplicationScoped
public class Tokens {
  @Inject private Grants grants;
  @Inject private HandOut handOut;
  @Inject private LastUsed lastUsed;
  @Inject private Pace pace;
  @Inject private InactivityCheck check;
  @Inject private KeepAlive keepAlive;
  @Inject private Forecasting forecasting;
  @Inject private Sealer sealer;

  /**
   * Seals and keeps the tokens of an unfinished registration for the pending time; returns the
   * grant's id.
   */
  public long keepPending(String carrier, TokenSet tokens, String person) {
    return grants.keepPending(carrier, tokens, person);
  }

  /**
   * As {@link #use}, of a pending grant. Empty when its time is over or it was decided.
   *
   * @throws org.supercargo.carrier.CarrierException as {@link #use}
   */
  @Transactional(Transactional.TxType.NEVER)
  public <T> Optional<T> usePending(long pendingGrant, Function<Credentials, T> call) {
    if (!grants.isPending(pendingGrant)) {
      return Optional.empty();
    }
    try {
      return Optional.of(handOut.use(pendingGrant, call));
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
   * Calls the carrier with a usable access token, and notes that the grant was used. When the call
   * throws {@link org.supercargo.carrier.CarrierException.TokenRefused}, the pair is refreshed once
   * over all threads and nodes, and the call made once more; refused again, the grant needs
   * attention until a call succeeds or somebody consents again.
   *
   * @param call asks the carrier, once; what it throws reaches the caller
   * @throws org.supercargo.carrier.CarrierException as {@link #accessFor}, and what the second call
   *     throws
   */
  @Transactional(Transactional.TxType.NEVER)
  public <T> T use(long grant, Function<Credentials, T> call) {
    return handOut.use(grant, call);
  }

  /**
   * A usable access token. From memory while it is good: then without database and decryption, and
   * refreshed in the background when its end is near. Else it waits for a refresh, one over all
   * threads and nodes, for a settable time.
   *
   * @throws org.supercargo.carrier.CarrierException.ReconnectNeeded when a person has to consent
   *     again
   * @throws org.supercargo.carrier.CarrierException.Unavailable when there is none to be had now
   * @throws org.supercargo.carrier.CarrierException when the carrier refuses the application
   */
  @Transactional(Transactional.TxType.NEVER)
  public Credentials accessFor(long grant) {
    return handOut.accessFor(grant);
  }

  /** Notes that the carrier accepted this grant's token; written within half a minute. */
  public void used(long grant) {
    lastUsed.note(grant);
  }

  /** Carriers that refuse the application itself: nothing that an account could be blamed for. */
  public List<Alarm> alarms() {
    return pace.alarms();
  }

  /** Deleted grants are found too. */
  public GrantView view(long grant) {
    return grants.view(grant);
  }

  /** The newest ones, at most so many, oldest first. */
  public List<GrantEvent> timeline(long grant, int most) {
    return grants.timeline(grant, most);
  }

  /** Seals a connect attempt's PKCE verifier; only the same state hash opens it again. */
  public Wrapped sealVerifier(String stateHash, Secret verifier) {
    return sealer.seal(verifier, Places.verifier(stateHash));
  }

  /** The same, sealed by the master key that seals now. */
  public Wrapped rewrapVerifier(String stateHash, byte[] sealed) {
    return sealer.rewrap(List.of(sealed), List.of(Places.verifier(stateHash))).getFirst();
  }

  public Secret openVerifier(String stateHash, byte[] sealed) {
    return sealer.open(sealed, Places.verifier(stateHash));
  }

  /**
   * Grants that have been idle for the settable number of days, or for three quarters of their life
   * where that is shorter: the soonest to end first, at most {@code most} of them after {@code
   * last}. None when keeping alive is switched off.
   *
   * @param last the last one of the batch before; null at the beginning
   */
  public List<Idle> idle(@Nullable Idle last, int most) {
    return keepAlive.idle(last, most);
  }

  /** How many {@link #idle} has after {@code last}. */
  public long countIdle(Idle last) {
    return keepAlive.count(last);
  }

  /**
   * Refreshes a few grants side by side, jittered, at the pace that all refreshes keep; answers
   * what came of each, in their order.
   */
  @Transactional(Transactional.TxType.NEVER)
  public List<Kept> keepAlive(List<Idle> few) {
    return keepAlive.refresh(few);
  }

  /**
   * Active and expiring grants whose end has come become expired: at most {@code most} of them.
   * Answers which; fewer than {@code most} means that none is left. Rows that somebody else is
   * working on are left for the next time.
   */
  public List<Long> markExpired(int most) {
    return check.markExpired(most);
  }

  /**
   * As {@link #markExpired}: active grants that die within the settable number of days. Raises the
   * alerts about them in the same transaction.
   */
  public Warned markExpiring(int most) {
    return check.markExpiring(most);
  }

  /** As {@link #markExpired}: expiring grants that no longer are. */
  public List<Long> markActive(int most) {
    return check.markActive(most);
  }

  /**
   * Grants that end within the settable numbers of days: the page after {@code last}, at most
   * {@code most} of them.
   */
  public Forecast forecast(Forecast last, int most) {
    return forecasting.next(last, most);
  }

  /**
   * Raises the alerts about a page that nobody was told of yet; answers how many. Rows that
   * somebody else is working on are left for the next time.
   */
  public int raise(Forecast page) {
    return forecasting.raise(page);
  }

  /** As {@link #markExpired}: pending grants whose time is over; destroys their tokens. */
  public List<Long> sweepPending(int most) {
    return check.sweepPending(most);
  }
}
