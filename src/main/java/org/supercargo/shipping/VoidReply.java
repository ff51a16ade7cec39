package org.supercargo.shipping;

import org.supercargo.carrier.CarrierMessage;

/** What came of taking a shipment or some of its packages back. */
public sealed interface VoidReply {
  /** How it stands now. */
  ShipmentView shipment();

  /** Taken back, now or before. */
  record Voided(ShipmentView shipment) implements VoidReply {}

  /** The carrier did not; the shipment, or some of it, still holds. */
  record Refused(ShipmentView shipment, CarrierMessage said) implements VoidReply {}

  /** The carrier's word is awaited; it is asked again by itself. */
  record Pending(ShipmentView shipment) implements VoidReply {}

  /** There is nothing to take back: it was not made, is not known to be, or has no such package. */
  record NotVoidable(ShipmentView shipment) implements VoidReply {}
}
