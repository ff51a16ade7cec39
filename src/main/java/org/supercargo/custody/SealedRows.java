package org.supercargo.custody;

import java.util.Map;
import java.util.Set;
import org.supercargo.timer.Lease;

/**
 * Rows that master keys have sealed something for. Every implementation is a CDI bean in the room
 * that the rows belong to, and keeps the id of the key beside what it has sealed.
 */
public interface SealedRows {
  /** Stands for the key's id where an earlier release has sealed without a data key. */
  String DIRECT = "direct";

  /** How many rows each key has sealed. */
  Map<String, Long> countByKey();

  /** As cheap as can be, for it is asked every few seconds. */
  boolean areAllSealedBy(String key);

  /**
   * Opens what was sealed last, if there is anything, to see that the keys fit.
   *
   * @throws NotOpened saying which key is missing
   */
  void openNewest();

  /**
   * Seals some rows anew with the key that seals now. No row is locked while a key is asked for;
   * one that was changed meanwhile is left as it is. Writes in one transaction, with the lease.
   *
   * @param old whose rows
   * @param after the last id that is done with; 0 begins
   * @param most how many at once
   */
  Batch rewrap(Set<String> old, long after, int most, Lease lease);

  /** How many things on this node's own disk an earlier release has sealed. */
  default long oldEntries() {
    return 0;
  }

  /**
   * What became of some rows.
   *
   * @param last the highest id among them; {@link Long#MAX_VALUE} when there are no more
   */
  record Batch(long last, int sealed, int notOpened) {
    public static final Batch NONE_LEFT = new Batch(Long.MAX_VALUE, 0, 0);
  }
}
