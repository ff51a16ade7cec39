package org.supercargo.carrier;

/** Where a parcel is on its way, whatever its carrier calls it. */
public enum TrackingState {
  LABEL_MADE,
  PICKED_UP,
  IN_TRANSIT,
  OUT_FOR_DELIVERY,
  DELIVERED,
  EXCEPTION,
  /** On its way back, or back. */
  RETURNED,
  VOIDED,
  /** The carrier's word is none that we know; its text says more. */
  UNKNOWN;

  /** Whether nothing more is to come. */
  public boolean isFinal() {
    return this == DELIVERED || this == VOIDED;
  }
}
