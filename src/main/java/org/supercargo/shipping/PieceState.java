package org.supercargo.shipping;

/** How it stands with one package of a shipment. */
public enum PieceState {
  CREATED,
  VOID_REQUESTED,
  VOIDED,
  VOID_REFUSED
}
