package org.supercargo.carrier;

import java.util.List;

/** The answer to a question where a parcel is. */
public sealed interface TrackingAnswer {
  /**
   * What is known.
   *
   * @param parcels at least one; several when a reference stands on several
   */
  record Found(List<Tracking> parcels, String transactionId) implements TrackingAnswer {
    public Found {
      parcels = List.copyOf(parcels);
    }
  }

  /** The carrier knows of no such parcel, or not yet: a label that was just made takes a while. */
  record NotFound(CarrierMessage said, String transactionId) implements TrackingAnswer {}
}
