package org.supercargo.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownTest {
  private final Hands clock = new Hands();
  private final Known<String> known = new Known<>(10_000, Duration.ofSeconds(5), clock);

  @Test
  void givesOutWhatWasSeenFiveSecondsAgo() {
    known.put(1, "one", clock.instant());
    clock.turn(5);
    assertThat(known.get(1)).contains("one");
  }

  @Test
  void givesOutNothingThatWasSeenLongerAgo() {
    known.put(1, "one", clock.instant());
    clock.turn(6);
    assertThat(known.get(1)).isEmpty();
    assertThat(known.last(1)).contains("one");
  }

  @Test
  void givesOutNothingThatItDoesNotKnow() {
    assertThat(known.get(1)).isEmpty();
    assertThat(known.last(1)).isEmpty();
  }

  @Test
  void countsFromTheMomentBeforeTheReading() {
    Instant before = clock.instant();
    clock.turn(4);
    known.put(1, "read slowly", before);
    clock.turn(2);
    assertThat(known.get(1)).isEmpty();
  }

  @Test
  void keepsTheNewerOfTwo() {
    Instant earlier = clock.instant();
    clock.turn(1);
    known.put(1, "new", clock.instant());
    known.put(1, "old, but read slowly", earlier);
    assertThat(known.get(1)).contains("new");
  }

  @Test
  void isSureAgainOnceConfirmed() {
    known.put(1, "one", clock.instant());
    known.put(2, "two", clock.instant());
    clock.turn(4);
    known.confirm(asked -> asked.get(1L).equals("one") ? Set.of(1L) : Set.of());
    clock.turn(4);
    assertThat(known.get(1)).contains("one");
    assertThat(known.last(2)).as("no longer so").isEmpty();
  }

  @Test
  void forgetsWhatNobodyAskedForInTwoMinutes() {
    known.put(1, "asked for", clock.instant());
    known.put(2, "idle", clock.instant());
    for (int i = 0; i < 31; i++) {
      clock.turn(4);
      assertThat(known.get(1)).as("round %d", i).contains("asked for");
      known.confirm(Map::keySet);
    }
    assertThat(known.last(1)).contains("asked for");
    assertThat(known.last(2)).isEmpty();
  }

  @Test
  void doesNotDropWhatBecameKnownDuringTheQuestion() {
    known.put(1, "old", clock.instant());
    clock.turn(1);
    known.confirm(
        asked -> {
          known.put(1, "new", clock.instant());
          return Set.of();
        });
    assertThat(known.get(1)).contains("new");
  }

  @Test
  void asksAboutManyInBatches() {
    Set<Long> all = new HashSet<>();
    for (long i = 0; i < 1_234; i++) {
      known.put(i, "x", clock.instant());
      all.add(i);
    }
    List<Integer> sizes = new ArrayList<>();
    Set<Long> asked = new HashSet<>();
    known.confirm(
        batch -> {
          sizes.add(batch.size());
          asked.addAll(batch.keySet());
          return Map.copyOf(batch).keySet();
        });
    assertThat(sizes).containsExactly(500, 500, 234);
    assertThat(asked).isEqualTo(all);
  }

  @Test
  void staysWithinItsBound() {
    Known<String> small = new Known<>(100, Duration.ofSeconds(5), clock);
    for (long i = 0; i < 1_000; i++) {
      small.put(i, "x", clock.instant());
    }
    List<Long> left = new ArrayList<>();
    small.confirm(
        batch -> {
          left.addAll(batch.keySet());
          return batch.keySet();
        });
    assertThat(left).hasSizeLessThanOrEqualTo(100);
  }

  @Test
  void changesAValueWithoutBeingSurerOfIt() {
    known.put(1, "one", clock.instant());
    clock.turn(4);
    known.change(1, value -> value + "!");
    assertThat(known.get(1)).contains("one!");
    clock.turn(2);
    assertThat(known.get(1)).isEmpty();
  }

  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-11-23T06:00:00Z");

    void turn(long seconds) {
      now = now.plusSeconds(seconds);
    }

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
