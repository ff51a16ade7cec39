package org.supercargo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInDelayTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final SignInDelay delay = new SignInDelay("name:x");

  @Test
  void letsFourWrongPasswordsPass() {
    for (int n = 0; n < 4; n++) {
      delay.count(START);
    }

    assertThat(delay.blockedUntil(START)).isEmpty();
  }

  @Test
  void growsFromOneMinuteToFifteen() {
    List<Long> minutes = new ArrayList<>();
    Instant now = START;
    for (int n = 0; n < 40; n++) {
      delay.count(now);
      Instant until = delay.blockedUntil(now).orElse(now);
      minutes.add(Duration.between(now, until).toMinutes());
      now = until;
    }

    assertThat(minutes.subList(0, 11))
        .containsExactly(0L, 0L, 0L, 0L, 1L, 2L, 4L, 8L, 15L, 15L, 15L);
    assertThat(minutes.subList(11, 40)).containsOnly(15L);
  }

  @Test
  void endsAtTheMomentItNames() {
    for (int n = 0; n < 5; n++) {
      delay.count(START);
    }

    assertThat(delay.blockedUntil(START.plusMillis(59_999))).isPresent();
    assertThat(delay.blockedUntil(START.plusSeconds(60))).isEmpty();
  }

  @Test
  void forgetsWhatIsMoreThanAnHourOld() {
    for (int n = 0; n < 9; n++) {
      delay.count(START);
    }
    Instant later = START.plus(Duration.ofMinutes(61));

    for (int n = 0; n < 4; n++) {
      delay.count(later);
    }

    assertThat(delay.blockedUntil(later)).isEmpty();
  }
}
