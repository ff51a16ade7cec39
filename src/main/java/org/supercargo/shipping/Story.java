package org.supercargo.shipping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Tracking;

/**
 * An answer of tracking, as it is stored.
 *
 * @param said the carrier's words when there are no parcels
 */
record Story(List<Tracking> parcels, @Nullable CarrierMessage said, boolean invalid) {
  Story {
    parcels = List.copyOf(parcels);
  }
}
