package org.supercargo.shipping.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private static final long SECOND = 1_000_000_000L;
  private final Throttle throttle = new Throttle();
  private long now = Long.MAX_VALUE - 5 * SECOND;

  @Test
  void asksAsOftenAsWantedUntilTheCarrierSaysTooMany() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(throttle.freeAt(now)).isEqualTo(now);
      throttle.begins(now);
      throttle.succeeded(now);
    }
  }

  @Test
  void goesOnAtSevenTenthsOfThePaceThatWasTooMuch() {
    for (int i = 0; i < 20; i++) {
      throttle.begins(now);
    }
    throttle.limited(now, 0);
    assertThat(throttle.pace()).isEqualTo(14);
    assertThat(throttle.freeAt(now) - now).as("a pause first").isEqualTo(SECOND / 2);
    now += SECOND;
    throttle.freeAt(now);
    throttle.begins(now);
    assertThat(throttle.freeAt(now) - now).isBetween(SECOND / 15, SECOND / 13);
  }

  @Test
  void leavesTheCarrierAloneAsLongAsItWants() {
    throttle.begins(now);
    throttle.limited(now, 20 * SECOND);
    assertThat(throttle.freeAt(now) - now).isEqualTo(20 * SECOND);
  }

  @Test
  void learnsOnceFromCallsThatWereUnderWayTogether() {
    for (int i = 0; i < 10; i++) {
      throttle.begins(now);
    }
    for (int i = 0; i < 10; i++) {
      throttle.limited(now, 0);
    }
    assertThat(throttle.pace()).isEqualTo(7);
  }

  @Test
  void pausesLongerWhenItDoesNotGetBetter() {
    long before = 0;
    for (int i = 0; i < 6; i++) {
      throttle.begins(now);
      throttle.limited(now, 0);
      long wait = throttle.freeAt(now) - now;
      assertThat(wait).isGreaterThan(before);
      before = wait;
      now += wait;
      now = throttle.freeAt(now);
    }
  }

  @Test
  void getsFasterAgainAndForgetsInTheEnd() {
    throttle.begins(now);
    throttle.limited(now, 0);
    double slow = throttle.pace();
    now += SECOND;
    for (int i = 0; i < 10; i++) {
      now = throttle.freeAt(now);
      throttle.begins(now);
      throttle.succeeded(now);
      now += SECOND;
    }
    assertThat(throttle.pace()).isGreaterThan(slow + 0.4);
    now += 700 * SECOND;
    throttle.succeeded(now);
    assertThat(throttle.freeAt(now)).isEqualTo(now);
    assertThat(throttle.pace()).isInfinite();
  }

  /**
   * A carrier that takes so many a second: few calls are refused, most of what it takes is used.
   */
  @Property(tries = 100)
  void findsAnUnknownLimit(
      @ForAll @IntRange(min = 2, max = 40) int limit,
      @ForAll @Size(200) List<@IntRange(min = 0, max = 5) Integer> jitters) {
    Throttle learning = new Throttle();
    long clock = 0;
    long window = 0;
    int inWindow = 0;
    int refused = 0;
    int taken = 0;
    long end = 120 * SECOND;
    int i = 0;
    while (true) {
      clock = learning.freeAt(clock) + jitters.get(i++ % jitters.size()) * 1_000_000L;
      if (clock > end) {
        break;
      }
      learning.begins(clock);
      if (clock - window >= SECOND) {
        window = clock;
        inWindow = 0;
      }
      if (++inWindow > limit) {
        refused++;
        learning.limited(clock, 0);
      } else {
        taken++;
        learning.succeeded(clock);
      }
      clock += 1_000_000;
    }
    assertThat((double) refused / taken).isLessThan(0.2);
    assertThat(taken).isGreaterThan(limit * 120 / 3);
  }
}
