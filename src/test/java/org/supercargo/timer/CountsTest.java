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
  void readsNothingWhereNothingIsStored() {
    assertThat(Counts.read(null)).isEmpty();
    assertThat(Counts.read(Counts.text(Map.of()))).isEmpty();
  }
}
