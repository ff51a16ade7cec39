package org.supercargo.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.Booking;

class StoringTest {
  private static final Actor ROSA = new Actor("rosa", null);

  /** Stores nothing at first, and number one never. */
  private static final class Steps extends OrderSteps {
    private final List<Long> stored = new ArrayList<>();
    private boolean away = true;

    @Override
    void booked(long id, Booking booking, Duration voidPeriod, Actor who) {
      if (away || id == 1) {
        throw new IllegalStateException("does not fit");
      }
      stored.add(id);
    }
  }

  @Test
  void storesTheOthersThoughOneCanNotBeStored() {
    Steps steps = new Steps();
    Storing storing = new Storing();
    storing.steps = steps;
    for (long id = 1; id <= 3; id++) {
      storing.keep(id, booking(), Duration.ofDays(28), ROSA);
    }
    storing.go();
    assertThat(steps.stored).isEmpty();
    steps.away = false;
    storing.go();
    storing.go();
    assertThat(steps.stored).containsExactlyInAnyOrder(2L, 3L);
  }

  private static Booking booking() {
    return new Booking(
        "1ZA1B2C30358552916", List.of(), null, null, null, List.of(), null, List.of(), "");
  }
}
