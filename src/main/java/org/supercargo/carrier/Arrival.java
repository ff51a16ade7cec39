package org.supercargo.carrier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When parcels are to be there, by the clock at the destination.
 *
 * @param time until when on that day; null is by the end of it
 * @param zone the destination's; null where it can't be told
 */
public record Arrival(LocalDate date, @Nullable LocalTime time, @Nullable ZoneId zone)
    implements Comparable<Arrival> {

  /** Sorted by the local clock; what has no time comes last on its day. */
  @Override
  public int compareTo(Arrival other) {
    int byDate = date.compareTo(other.date);
    return byDate != 0 ? byDate : latest().compareTo(other.latest());
  }

  /** UTC, when the zone is known. */
  public Optional<Instant> instant() {
    return Optional.ofNullable(zone).map(known -> date.atTime(latest()).atZone(known).toInstant());
  }

  private LocalTime latest() {
    return Optional.ofNullable(time).orElse(LocalTime.MAX);
  }
}
