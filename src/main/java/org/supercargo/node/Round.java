package org.supercargo.node;

import java.time.Duration;

/** Something that every node does over and over, for itself. Found by CDI. */
public interface Round {
  /** Names it in the log. */
  String name();

  /** The pause between two of them. */
  Duration every();

  /** Does it once, in a thread of its own. What is thrown is logged and tried again next time. */
  void go();

  /** Whether it is gone once more when the node stops; what waits for others must not be. */
  default boolean endsWithTheNode() {
    return true;
  }
}
