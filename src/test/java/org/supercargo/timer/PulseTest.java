package org.supercargo.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PulseTest {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Pulse pulse = new Pulse(new Hand(), Duration.ofMinutes(1));

  @Test
  void isFeltUntilTheTimerHasBeenSilentForTenMinutes() {
    pulse.beat();
    now = now.plus(Duration.ofMinutes(9));
    assertThat(pulse.isFelt()).isTrue();

    now = now.plus(Duration.ofMinutes(2));
    assertThat(pulse.isFelt()).isFalse();

    pulse.beat();
    assertThat(pulse.isFelt()).isTrue();
  }

  @Test
  void isFeltForThreeTicksOfATimerThatTicksSeldom() {
    Pulse seldom = new Pulse(new Hand(), Duration.ofHours(1));
    seldom.beat();
    now = now.plus(Duration.ofMinutes(179));
    assertThat(seldom.isFelt()).isTrue();

    now = now.plus(Duration.ofMinutes(2));
    assertThat(seldom.isFelt()).isFalse();
  }

  @Test
  void isNotMissedWhereNothingHasTickedYet() {
    assertThat(pulse.isFelt()).isTrue();
  }

  private final class Hand extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
