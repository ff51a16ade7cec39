package org.supercargo.timer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/** When this node's EJB timer last ticked. */
@ApplicationScoped
class Pulse {
  private static final Duration SHORTEST_PATIENCE = Duration.ofMinutes(10);
  private static final int TICKS = 3;

  private final AtomicReference<@Nullable Instant> last = new AtomicReference<>();
  private Clock clock;
  private Duration patience;

  /** For CDI's client proxy only. */
  protected Pulse() {
    this(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), SHORTEST_PATIENCE);
  }

  @Inject
  Pulse(Clock clock, Settings settings) {
    this(clock, settings.get(Keys.TIMERS_TICK));
  }

  Pulse(Clock clock, Duration tick) {
    this.clock = clock;
    this.patience = Collections.max(List.of(SHORTEST_PATIENCE, tick.multipliedBy(TICKS)));
  }

  void beat() {
    last.set(clock.instant());
  }

  /** True also before the first beat and where timers are switched off: nothing has stopped. */
  boolean isFelt() {
    Instant beat = last.get();
    return beat == null || beat.plus(patience).isAfter(clock.instant());
  }
}
