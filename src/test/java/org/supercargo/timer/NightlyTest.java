package org.supercargo.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class NightlyTest {
  private static final List<String> ZONES =
      List.of("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu");
  private final Nightly berlin = new Nightly(2, ZoneId.of("Europe/Berlin"));

  @Test
  void isDueAtTheHourOfItsZone() {
    Instant noon = Instant.parse("2026-07-01T10:00:00Z");

    assertThat(berlin.lastDue(noon)).isEqualTo("2026-07-01T00:00:00Z");
    assertThat(berlin.nextDue(noon)).isEqualTo("2026-07-02T00:00:00Z");
  }

  @Test
  void isDueAtThatVeryMoment() {
    Instant two = Instant.parse("2026-07-01T00:00:00Z");

    assertThat(berlin.lastDue(two)).isEqualTo(two);
    assertThat(berlin.lastDue(two.minusNanos(1))).isEqualTo("2026-06-30T00:00:00Z");
    assertThat(berlin.nextDue(two)).isEqualTo("2026-07-02T00:00:00Z");
  }

  @Test
  void isDueWhenTheSkippedHourIsOver() {
    Instant morning = Instant.parse("2026-03-29T06:00:00Z");

    assertThat(berlin.lastDue(morning)).isEqualTo("2026-03-29T01:00:00Z");
    assertThat(berlin.nextDue(berlin.lastDue(morning))).isEqualTo("2026-03-30T00:00:00Z");
  }

  @Test
  void isDueOnceInTheNightThatRepeatsItsHour() {
    Instant first = Instant.parse("2026-10-25T00:00:00Z");
    Instant second = first.plus(Duration.ofHours(1));

    assertThat(berlin.lastDue(first)).isEqualTo(first);
    assertThat(berlin.lastDue(second)).isEqualTo(first);
    assertThat(berlin.nextDue(first)).isEqualTo("2026-10-26T01:00:00Z");
  }

  @Property
  void isDueOnceADayWhateverTheZone(
      @ForAll @LongRange(min = 1_700_000_000, max = 1_900_000_000) long second,
      @ForAll @IntRange(max = 23) int hour,
      @ForAll @IntRange(max = 4) int zone) {
    Nightly nightly = new Nightly(hour, ZoneId.of(ZONES.get(zone)));
    Instant now = Instant.ofEpochSecond(second);
    Instant next = nightly.nextDue(now);

    assertThat(nightly.lastDue(now)).isBeforeOrEqualTo(now);
    assertThat(next).isAfter(now);
    assertThat(nightly.lastDue(next)).isEqualTo(next);
    assertThat(nightly.lastDue(next.minusNanos(1))).isEqualTo(nightly.lastDue(now));
    assertThat(Duration.between(nightly.lastDue(now), next)).isBetween(hours(23), hours(25));
  }

  @Test
  void knowsTheHourOfAFixedOffset() {
    Nightly nightly = new Nightly(23, ZoneOffset.ofHours(-3));

    assertThat(nightly.nextDue(Instant.parse("2026-01-01T00:00:00Z")))
        .isEqualTo("2026-01-01T02:00:00Z");
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }
}
