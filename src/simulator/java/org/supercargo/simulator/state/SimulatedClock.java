package org.supercargo.simulator.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** UPS's clock: the given one, moved by a skew that can be changed while the simulator runs. */
public final class SimulatedClock extends Clock {
  private final Clock base;
  private volatile Duration skew = Duration.ZERO;

  public SimulatedClock(Clock base) {
    this.base = base;
  }

  public void skew(Duration by) {
    skew = by;
  }

  public Duration skew() {
    return skew;
  }

  @Override
  public Instant instant() {
    return base.instant().plus(skew);
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new SimulatedClock(base.withZone(zone));
  }
}
