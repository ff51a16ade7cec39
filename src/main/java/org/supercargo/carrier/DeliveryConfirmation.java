package org.supercargo.carrier;

/** Who has to sign for a shipment. */
public enum DeliveryConfirmation {
  SIGNATURE,
  ADULT_SIGNATURE
}
