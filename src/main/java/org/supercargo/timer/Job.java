package org.supercargo.timer;

import java.time.Instant;
import java.util.Map;

/**
 * Work that {@link Timers} runs, on one node at a time. Every implementation is a CDI bean in the
 * room it belongs to, safe to run twice and to be stopped anywhere.
 */
public interface Job {
  /** Stable name, stored: {@code nightly-check}. */
  String name();

  /** The last moment at or before {@code now} at which this job was due. */
  Instant lastDue(Instant now);

  /** The first moment after {@code now} at which this job will be due. */
  Instant nextDue(Instant now);

  /**
   * Does the work outside any transaction of the caller. Must call {@link Lease#renew} between
   * batches and stop when it throws.
   *
   * @return what was done, by words fit for a screen and stable over releases
   */
  Map<String, Long> run(Lease lease);
}
