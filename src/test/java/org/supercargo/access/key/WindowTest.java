package org.supercargo.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WindowTest {
  @Test
  void handsOutAMinutesRequestsAndNoMore() {
    Window window = new Window();
    assertThat(window.take(100, 60, 100)).isEqualTo(60);
    assertThat(window.take(100, 60, 100)).isEqualTo(40);
    assertThat(window.take(100, 60, 100)).isZero();
    assertThat(window.take(101, 60, 100)).isEqualTo(60);
  }

  @Test
  void isTurnedBackByNoClockThatIsBehind() {
    Window window = new Window();
    assertThat(window.take(100, 100, 100)).isEqualTo(100);
    assertThat(window.take(99, 1, 100)).isZero();
    assertThat(window.take(100, 1, 100)).isZero();
  }

  @Property(tries = 300)
  void neverHandsOutMoreThanTheLimitHoweverManyAsk(
      @ForAll @Size(max = 50) List<@IntRange(min = 1, max = 50) Integer> wishes,
      @ForAll @IntRange(min = 1, max = 200) int most) {
    Window window = new Window();
    int given = 0;
    for (int wish : wishes) {
      given += window.take(7, wish, most);
    }
    assertThat(given).isLessThanOrEqualTo(most);
  }
}
