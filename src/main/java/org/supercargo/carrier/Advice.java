package org.supercargo.carrier;

/**
 * What a carrier's code means for people.
 *
 * @param code the carrier's
 * @param what happened
 * @param why most likely
 * @param todo what to do about it
 * @param who has to act
 * @param retryHelps whether the same call may succeed later, unchanged
 * @param known whether it stands in the catalogue; else {@code what} is the carrier's own text
 */
public record Advice(
    String code, String what, String why, String todo, Who who, boolean retryHelps, boolean known) {

  /** Who has to act. */
  public enum Who {
    /** Whoever ships: data of this one shipment. */
    SHIPPER,
    /** Whoever looks after the accounts in this application. */
    ADMIN,
    /** Whoever runs this application and its registration at the carrier. */
    OPERATOR,
    /** The carrier. */
    CARRIER,
    /** Nobody: it is only to be known. */
    NOBODY
  }
}
