package org.supercargo.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private final Tally tally = new Tally();
  private final List<Set<Long>> written = new ArrayList<>();
  private final List<Instant> moments = new ArrayList<>();

  @Test
  void writesManyUsesOfARowOnce() {
    for (int i = 0; i < 1_000; i++) {
      tally.note(7, NOON.plusSeconds(i));
    }
    write();
    assertThat(written).containsExactly(Set.of(7L));
    assertThat(moments.getFirst()).isBetween(NOON.plusSeconds(998), NOON.plusSeconds(999));
    write();
    assertThat(written).as("nothing new").hasSize(1);
  }

  @Test
  void writesInBatches() {
    Set<Long> all = new HashSet<>();
    for (long i = 0; i < 1_100; i++) {
      tally.note(i, NOON);
      all.add(i);
    }
    write();
    assertThat(written).extracting(Set::size).containsExactly(500, 500, 100);
    Set<Long> together = new HashSet<>();
    written.forEach(together::addAll);
    assertThat(together).isEqualTo(all);
  }

  @Test
  void keepsWhatCouldNotBeWritten() {
    tally.note(7, NOON);
    assertThatThrownBy(
            () ->
                tally.write(
                    (rows, at) -> {
                      throw new IllegalStateException("database away");
                    }))
        .isInstanceOf(IllegalStateException.class);
    write();
    assertThat(written).containsExactly(Set.of(7L));
    assertThat(moments).containsExactly(NOON);
  }

  private void write() {
    tally.write(
        (rows, at) -> {
          written.add(Set.copyOf(rows));
          moments.add(at);
        });
  }
}
