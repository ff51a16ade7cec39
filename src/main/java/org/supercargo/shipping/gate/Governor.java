package org.supercargo.shipping.gate;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.supercargo.node.Figures;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/** Every account's gate to its carrier, on this node, and what is behind them all. */
@ApplicationScoped
public class Governor {
  private static final Duration IDLE = Duration.ofHours(1);
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Figures figures;
  private Traffic traffic;
  private LoadingCache<Long, Gate> gates;

  @PostConstruct
  void start() {
    traffic = new Traffic(figures);
    int most = settings.get(Keys.PARALLEL_CALLS);
    Environment environment = new Environment(settings.get(Keys.CALLS_IN_ALL), Gate.REST);
    gates =
        Caffeine.newBuilder()
            .expireAfterAccess(IDLE)
            .executor(Runnable::run)
            .build(account -> new Gate(most, environment, traffic));
  }

  /**
   * Makes one call to the carrier when its turn has come. What the call throws reaches the caller.
   *
   * @throws org.supercargo.carrier.CarrierException.Unavailable when its turn does not come in
   *     time, or the carrier has not answered lately; then nothing was sent and {@code
   *     isAnswerLost} is false
   */
  public <T> T pass(long account, Lane lane, Supplier<T> call) {
    return gates.get(account).pass(lane, clock::instant, call);
  }

  /** How many wait for their turn at all gates of this node, kept up to date. */
  public LongSupplier waiting(Lane lane) {
    return traffic.waiting(lane)::sum;
  }

  /** How many calls were not made since this node began, for want of a turn or of a carrier. */
  long sentAway(Lane lane) {
    return traffic.sentAway(lane);
  }
}
