package org.supercargo.alert;

/** What people are told. */
public enum AlertKind {
  /** Unused, the tokens end in so many days. */
  ENDS_SOON,
  /** They have ended. */
  EXPIRED,
  /** The carrier no longer takes the refresh token. */
  NEEDS_CONSENT,
  /** The carrier refuses calls, also with fresh tokens. */
  NEEDS_ATTENTION,
  /** The carrier refuses this application itself: for whoever runs it. */
  APPLICATION_REFUSED,
  /** The carrier made a shipment that nobody wants; it is being taken back. */
  SHIPMENT_ORPHANED,
  /** Nobody can find out any more whether a shipment was made, or taken back. */
  SHIPMENT_UNRESOLVED;

  /** Whether it is about one shipment. */
  public boolean isOfShipment() {
    return this == SHIPMENT_ORPHANED || this == SHIPMENT_UNRESOLVED;
  }
}
