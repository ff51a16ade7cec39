package org.supercargo.custody;

import java.util.Map;

/**
 * Rows that master keys have sealed something for. Every implementation is a CDI bean in the room
 * that the rows belong to, and keeps the id of the key beside what it has sealed.
 */
public interface SealedRows {
  /** Stands for the key's id where an earlier release has sealed without a data key. */
  String DIRECT = "direct";

  /** How many rows each key has sealed. */
  Map<String, Long> countByKey();

  /**
   * Opens what was sealed last, if there is anything, to see that the keys fit.
   *
   * @throws NotOpened saying which key is missing
   */
  void openNewest();
}
