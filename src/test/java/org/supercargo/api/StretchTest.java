package org.supercargo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchTest {
  @Property(tries = 200)
  void readsEveryCursorThatItGivesOut(@ForAll @LongRange(min = 1, max = 1L << 53) long id) {
    assertThat(Stretch.of(Stretch.cursor(id), null)).isEqualTo(new Stretch(id, Stretch.USUAL));
  }

  @Property(tries = 200)
  void readsEveryCursorByAMomentThatItGivesOut(
      @ForAll @LongRange(min = 1, max = 1L << 53) long id,
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000_000L) long micros) {
    Instant moment = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    String cursor = Stretch.cursor(moment, id);
    assertThat(Stretch.byMoment(cursor, null)).isEqualTo(new Stretch(id, moment, Stretch.USUAL));
    assertThat(cursor).hasSizeLessThan(100);
    assertThatThrownBy(() -> Stretch.of(cursor, null)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> Stretch.byMoment(Stretch.cursor(id), null))
        .isInstanceOf(Refusal.class);
  }

  @Property(tries = 500)
  void readsOrRefusesWhateverElseComes(@ForAll String cursor) {
    assertThatThrownBy(() -> Stretch.of(cursor + "!", null)).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "201", "1000", "ten", "", "1.5", "٣"})
  void refusesALimitOutOfRange(String limit) {
    assertThatThrownBy(() -> Stretch.of(null, limit)).isInstanceOf(Refusal.class);
  }

  @Test
  void saysWhereItGoesOnOnlyWhenThereIsMore() {
    Stretch two = Stretch.of(null, "2");
    assertThat(two.wanted()).isEqualTo(3);
    assertThat(Listed.of(List.of(4L, 5L), two, Long::longValue, row -> row).next()).isNull();
    Listed<Long> more = Listed.of(List.of(4L, 5L, 6L), two, Long::longValue, row -> row);
    assertThat(more.items()).containsExactly(4L, 5L);
    assertThat(Stretch.of(more.next(), "2").after()).isEqualTo(5);
  }
}
