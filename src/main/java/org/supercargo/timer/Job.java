package org.supercargo.timer;

import java.util.Map;

/**
 * Work that {@link Timers} runs, on one node at a time. Every implementation is a CDI bean in the
 * room it belongs to, safe to run twice and to be stopped anywhere.
 */
public interface Job {
  /** Stable name, stored: {@code nightly-check}. At most 36 characters. */
  String name();

  /** When it is due. */
  Nightly when();

  /**
   * Does the work outside any transaction of the caller. Must call {@link Lease#renew} between
   * batches, better inside each batch's transaction, and stop when it throws.
   *
   * @return what was done: few words, stable over releases, without {@code =} and {@code ;}
   */
  Map<String, Long> run(Lease lease);
}
