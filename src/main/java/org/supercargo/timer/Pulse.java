package org.supercargo.timer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** When this node's EJB timer last ticked. */
@ApplicationScoped
class Pulse {
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final AtomicReference<@Nullable Instant> last = new AtomicReference<>();
  private Clock clock;

  /** For CDI's client proxy only. */
  protected Pulse() {
    this(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  }

  @Inject
  Pulse(Clock clock) {
    this.clock = clock;
  }

  void beat() {
    last.set(clock.instant());
  }

  /** True also before the first beat and where timers are switched off: nothing has stopped. */
  boolean isFelt() {
    Instant beat = last.get();
    return beat == null || beat.plus(LONGEST_PAUSE).isAfter(clock.instant());
  }
}
