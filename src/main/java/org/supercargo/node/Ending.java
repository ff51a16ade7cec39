package org.supercargo.node;

/** Work that has to be brought to its end when the node stops. Found by CDI. */
public interface Ending {
  /** Names it in the log. */
  String name();

  /**
   * Lets nothing more begin, and waits for what is under way, though not for ever. Rounds go on
   * meanwhile; most are gone once more afterwards.
   */
  void bringHome();
}
