package org.supercargo.timer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Once a night at the full hour of a zone. In the night that skips the hour it is due when the hour
 * is over, in the night that repeats it the first time.
 *
 * @param hour 0 to 23
 */
public record Nightly(int hour, ZoneId zone) {
  /** The last moment at or before {@code now}. */
  public Instant lastDue(Instant now) {
    Instant today = on(date(now));
    return today.isAfter(now) ? on(date(now).minusDays(1)) : today;
  }

  /** The first moment after {@code now}. */
  public Instant nextDue(Instant now) {
    Instant today = on(date(now));
    return today.isAfter(now) ? today : on(date(now).plusDays(1));
  }

  private LocalDate date(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }

  private Instant on(LocalDate day) {
    return day.atTime(hour, 0).atZone(zone).toInstant();
  }
}
