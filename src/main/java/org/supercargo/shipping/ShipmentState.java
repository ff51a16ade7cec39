package org.supercargo.shipping;

/** How it stands with a shipment. */
public enum ShipmentState {
  /** Written down; the carrier is being asked. */
  REQUESTED,
  /** The carrier was asked and its answer lost. It is being found out; nobody may ship it again. */
  UNKNOWN,
  /** Made, and to be paid for. */
  CREATED,
  /** The carrier said no. */
  REJECTED,
  /** It was not made, and surely so: nothing is to be paid. */
  NOT_CREATED,
  /** Nobody can find out any more whether it was made: the account was deleted. */
  UNRESOLVED,
  /** It is to be taken back; the carrier's word is awaited. */
  VOID_REQUESTED,
  /** Taken back: nothing is to be paid. */
  VOIDED,
  /** The carrier did not take it back: it still holds, and is to be paid for. */
  VOID_REFUSED;

  /** Whether the carrier has made it and not taken it back. */
  public boolean isLive() {
    return this == CREATED || this == VOID_REQUESTED || this == VOID_REFUSED;
  }

  /** Whether it can be asked to be taken back. */
  public boolean isVoidable() {
    return this == CREATED || this == VOID_REFUSED;
  }

  /** Whether nobody knows yet what came of it. */
  public boolean isOpen() {
    return this == REQUESTED || this == UNKNOWN;
  }
}
