package org.supercargo.simulator.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The parcels' calendar: UPS's clock, moved on by hand. Parcels travel and labels age by it, tokens
 * do not.
 */
public final class Calendar {
  private final Clock clock;
  private volatile Duration ahead = Duration.ZERO;
  private volatile Duration trackableAfter = Duration.ZERO;

  Calendar(Clock clock) {
    this.clock = clock;
  }

  public Instant instant() {
    return clock.instant().plus(ahead);
  }

  public Duration ahead() {
    return ahead;
  }

  public void ahead(Duration by) {
    ahead = by;
  }

  /** How long Tracking takes to hear of a new shipment. */
  public Duration trackableAfter() {
    return trackableAfter;
  }

  public void trackableAfter(Duration delay) {
    trackableAfter = delay;
  }

  public boolean isTrackable(Booking booking) {
    return !Instant.ofEpochMilli(booking.bookedAt()).plus(trackableAfter).isAfter(instant());
  }

  void reset() {
    ahead = Duration.ZERO;
    trackableAfter = Duration.ZERO;
  }
}
