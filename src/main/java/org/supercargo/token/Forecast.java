package org.supercargo.token;

import java.time.Instant;
import java.util.List;

/**
 * One page of what ends soon, and with it how far a night has come in looking at that.
 *
 * @param window counts stages and states
 * @param diesAt of the last grant in it, UTC
 * @param grant its id
 * @param grants those to look at
 * @param isOver whether nothing is left
 */
public record Forecast(int window, Instant diesAt, long grant, List<Long> grants, boolean isOver) {
  public static final Forecast START = new Forecast(0, Instant.EPOCH, 0, List.of(), false);

  public Forecast {
    grants = List.copyOf(grants);
  }

  Forecast nextWindow() {
    return new Forecast(window + 1, Instant.EPOCH, 0, List.of(), false);
  }

  Forecast over() {
    return new Forecast(window, diesAt, grant, List.of(), true);
  }
}
