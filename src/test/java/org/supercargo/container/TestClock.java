package org.supercargo.container;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The server's clock in container tests: right, until a test sleeps for days. */
@Alternative
@Priority(1)
@ApplicationScoped
public class TestClock {
  private static final AtomicReference<Duration> SLEPT = new AtomicReference<>(Duration.ZERO);

  /** Everything in the server has slept for so long; the carrier's clock is moved elsewhere. */
  public static void sleeps(Duration time) {
    SLEPT.updateAndGet(before -> before.plus(time));
  }

  public static Duration slept() {
    return SLEPT.get();
  }

  public static void wakesUp() {
    SLEPT.set(Duration.ZERO);
  }

  @Produces
  @ApplicationScoped
  Clock clock() {
    return new Moved(ZoneOffset.UTC);
  }

  private static final class Moved extends Clock {
    private final ZoneId zone;

    Moved(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Moved(other);
    }

    @Override
    public Instant instant() {
      return InstantSource.system().instant().plus(SLEPT.get());
    }
  }
}
