package org.supercargo.carrier;

/** What the goods are packed in: one's own, or the carrier's. */
public enum Packaging {
  OWN,
  LETTER,
  TUBE,
  PAK,
  EXPRESS_BOX,
  SMALL_BOX,
  MEDIUM_BOX,
  LARGE_BOX,
  BOX_10_KG,
  BOX_25_KG,
  PALLET
}
