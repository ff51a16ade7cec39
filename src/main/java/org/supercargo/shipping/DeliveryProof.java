package org.supercargo.shipping;

/** What a carrier gives to show that it delivered. */
public enum DeliveryProof {
  /** A picture of what the receiver wrote. */
  SIGNATURE,
  /** The carrier's letter. */
  LETTER
}
