package org.supercargo.custody;

/** How far a master key has come. */
public enum KeyState {
  /** Seals nothing before every living node has it. */
  SPREADING,
  /** The one that seals. */
  SEALING,
  /** Opens what it has sealed, until that is sealed anew. */
  OPENING,
  /** Nothing is sealed with it any more. */
  RETIRED
}
