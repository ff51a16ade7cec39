package org.supercargo.custody;

/** What came of the wish for a new master key. */
public enum RotationAnswer {
  /** There is one; it seals as soon as every node has it. */
  BEGUN,
  /** The last rotation is not over yet. */
  UNDER_WAY,
  /** The key set is not the application's to change: the operator's script adds a key. */
  BY_HAND,
  /** The keys that are needed can't be had, or a new one can't be made now. */
  KEYS_MISSING
}
