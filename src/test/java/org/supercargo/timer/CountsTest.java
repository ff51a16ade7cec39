package org.supercargo.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsTest {
  @Test
  void readsWhatWasStoredInTheSameOrder() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("expired", 2L);
    counts.put("active", 0L);
    counts.put("a b", 100_000L);

    assertThat(Counts.read(Counts.text(counts)).entrySet())
        .containsExactlyElementsOf(counts.entrySet());
  }

  @Test
  void tellsWhatWasDoneAndLeavesOutTheRest() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("expired", 2L);
    counts.put("active again", 0L);
    counts.put("expiring", 1L);

    assertThat(Counts.words(counts)).isEqualTo("expired 2, expiring 1");
    assertThat(Counts.words(Map.of("expired", 0L))).isEqualTo("nothing to do");
  }

  @Test
  void readsNothingWhereNothingIsStored() {
    assertThat(Counts.read(null)).isEmpty();
    assertThat(Counts.read(Counts.text(Map.of()))).isEmpty();
  }
}
