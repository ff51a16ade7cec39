package org.supercargo.carrier;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a parcel.
 *
 * @param said the carrier's own code and text
 * @param place such as <i>Atlanta, GA, US</i>
 * @param at by the clock of that place
 * @param zone of that place; null where the carrier did not tell and it can't be told
 */
public record TrackingEvent(
    TrackingState state,
    CarrierMessage said,
    @Nullable String place,
    @Nullable LocalDateTime at,
    @Nullable ZoneId zone) {

  /** UTC, when both time and zone are known. */
  public Optional<Instant> instant() {
    return at == null || zone == null ? Optional.empty() : Optional.of(at.atZone(zone).toInstant());
  }
}
