package org.supercargo.token;

import java.time.Instant;

/**
 * How far a night has come in raising alerts about what ends soon.
 *
 * @param window counts stages and states
 * @param diesAt of the last grant looked at in it, UTC
 * @param grant its id
 * @param raised how many have been found so far
 * @param isOver whether nothing is left
 */
public record Forecast(int window, Instant diesAt, long grant, long raised, boolean isOver) {
  public static final Forecast START = new Forecast(0, Instant.EPOCH, 0, 0, false);

  Forecast next(Instant lastDiesAt, long last, int found) {
    return new Forecast(window, lastDiesAt, last, raised + found, false);
  }

  Forecast nextWindow(int found) {
    return new Forecast(window + 1, Instant.EPOCH, 0, raised + found, false);
  }

  Forecast over() {
    return new Forecast(window, diesAt, grant, raised, true);
  }
}
