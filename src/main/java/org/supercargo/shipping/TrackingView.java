package org.supercargo.shipping;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Tracking;

/**
 * What is known of where something is. The carrier is asked at most every five minutes, unless it
 * did not answer.
 *
 * @param subject the tracking number, or the reference, that was looked for
 * @param parcels empty when the carrier knows none, or none yet
 * @param said the carrier's words when it found nothing, or takes the number for none
 * @param invalid whether the carrier takes the number for none
 * @param doubt why the number is probably mistyped; it is asked for all the same
 * @param heardAt when the carrier said it, UTC; null when it has not been heard yet
 */
public record TrackingView(
    String subject,
    List<Tracking> parcels,
    @Nullable CarrierMessage said,
    boolean invalid,
    @Nullable String doubt,
    @Nullable Instant heardAt) {
  public TrackingView {
    parcels = List.copyOf(parcels);
  }
}
