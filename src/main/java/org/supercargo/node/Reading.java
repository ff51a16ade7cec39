package org.supercargo.node;

import java.time.Duration;

/**
 * A figure that was counted before anybody asked for it: whoever does must not wait for the
 * database. One that was not counted lately is no number, which is better than a wrong one.
 */
public final class Reading {
  private final long goodFor;
  private volatile Taken last = new Taken(Double.NaN, System.nanoTime());

  private record Taken(Number value, long at) {}

  Reading(Duration goodFor) {
    this.goodFor = goodFor.toNanos();
  }

  public void is(Number value) {
    last = new Taken(value, System.nanoTime());
  }

  Number value() {
    Taken taken = last;
    return System.nanoTime() - taken.at > goodFor ? (Number) Double.NaN : taken.value;
  }
}
