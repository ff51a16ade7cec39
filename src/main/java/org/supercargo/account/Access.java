package org.supercargo.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.node.Known;
import org.supercargo.node.Round;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * Which grant an account may be used with, known by heart. A round asks the database every two
 * seconds whether that still holds, so that an account deleted on another node is not used for more
 * than five.
 */
@ApplicationScoped
class Access implements Round {
  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Inject AccessRows rows;
  @Inject Settings settings;
  @Inject Clock clock;
  private Known<Long> known;

  @PostConstruct
  void start() {
    known = new Known<>(settings.get(Keys.VAULT_CACHE), BOUND, clock);
  }

  /**
   * The grant to use it with.
   *
   * @throws CarrierException.ReconnectNeeded when it is deleted, has no grant or is not proven
   */
  long grantOf(long account) {
    return known.get(account).orElseGet(() -> read(account));
  }

  /** False also when only the database could tell. */
  boolean isKnownUsable(long account) {
    return known.get(account).isPresent();
  }

  void drop(long account) {
    known.drop(account);
  }

  private long read(long account) {
    Instant readAt = clock.instant();
    Optional<Long> grant;
    try {
      grant = rows.usableGrantOf(account);
    } catch (RuntimeException databaseAway) {
      // The vault has the last word, and goes on with what only this node has while that lasts.
      return known
          .last(account)
          .orElseThrow(() -> unavailable("The account can't be looked up now; try again."));
    }
    grant.ifPresent(it -> known.put(account, it, readAt));
    return grant.orElseThrow(
        () ->
            new CarrierException.ReconnectNeeded(
                new CarrierMessage("", "The account is not connected")));
  }

  private static CarrierException unavailable(String words) {
    return new CarrierException.Unavailable(new CarrierMessage("", words));
  }

  @Override
  public String name() {
    return "the look at accounts known by heart";
  }

  @Override
  public Duration every() {
    return PAUSE;
  }

  @Override
  public void go() {
    known.confirm(rows::unchanged);
  }
}
