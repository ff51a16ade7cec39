package org.supercargo.carrier;

/** A bad day at a carrier. */
public enum Fault {
  LIMITED,
  BROKEN,
  DOWN,
  HTML,
  EMPTY,
  GARBAGE,
  CUT_BEFORE,
  CUT_AFTER,
  SLOW
}
