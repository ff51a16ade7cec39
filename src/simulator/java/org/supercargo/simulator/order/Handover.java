package org.supercargo.simulator.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.supercargo.simulator.state.Booking;
import org.supercargo.simulator.tariff.TimeZones;
import org.supercargo.simulator.tariff.Transit;

/**
 * When the driver takes a shipment: six in the evening there, on the first business day that leaves
 * 18 hours after it was booked.
 */
public final class Handover {
  private static final Duration LEAD = Duration.ofHours(18);
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  private Handover() {}

  public static Instant of(Booking booking, Party from) {
    ZonedDateTime ready =
        Instant.ofEpochMilli(booking.bookedAt()).plus(LEAD).atZone(TimeZones.of(from.place()));
    ZonedDateTime pickup = ready.with(EVENING);
    while (pickup.isBefore(ready) || !Transit.isBusinessDay(pickup.toLocalDate())) {
      pickup = pickup.plusDays(1);
    }
    return pickup.toInstant();
  }
}
