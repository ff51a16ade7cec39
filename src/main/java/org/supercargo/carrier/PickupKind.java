package org.supercargo.carrier;

/** How the carrier gets the parcels, which some prices depend on. */
public enum PickupKind {
  DAILY,
  ONE_TIME,
  COUNTER,
  LETTER_CENTER,
  AIR_SERVICE_CENTER
}
