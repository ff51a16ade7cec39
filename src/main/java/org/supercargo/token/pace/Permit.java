package org.supercargo.token.pace;

import java.time.Instant;
import org.supercargo.carrier.CarrierMessage;

/** Whether a carrier may be asked. */
public sealed interface Permit {
  /**
   * Once, from that moment on, UTC; it is at most some seconds away.
   *
   * @param troubled whether the line was in trouble before, so that a success is news
   * @param probe whether nobody else may ask until this one has been answered
   */
  record Go(String carrier, Instant at, boolean troubled, boolean probe) implements Permit {}

  /**
   * Not before that moment, UTC.
   *
   * @param daySpent whether the day's budget is the reason
   */
  record Closed(CarrierMessage why, Instant until, boolean daySpent) implements Permit {}
}
