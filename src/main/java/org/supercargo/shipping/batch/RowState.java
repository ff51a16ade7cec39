package org.supercargo.shipping.batch;

/** How it stands with a row. */
public enum RowState {
  /** It can't be right, and is never sent. */
  WRONG,
  /** Its turn is to come, or it is being made. */
  WAITING,
  /** The carrier was asked and its answer lost: it is being found out. */
  UNKNOWN,
  /** There is a shipment. */
  MADE,
  /** The carrier said no. */
  REFUSED,
  /** It was found out, more than once, that it was not made. */
  NOT_CREATED,
  /** Nobody can find out any more whether it was made: its account was deleted. */
  UNRESOLVED,
  /** Somebody cancelled the rest. */
  CANCELLED;

  /** Whether something is still to come. */
  public boolean isOpen() {
    return this == WAITING || this == UNKNOWN;
  }
}
