package org.supercargo.simulator.state;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many API calls UPS takes within any second; zero is no limit. */
public final class Limit {
  private static final long SECOND = 1000;

  private final Clock clock;
  private final Deque<Long> taken = new ArrayDeque<>();
  private int callsPerSecond;

  Limit(Clock clock) {
    this.clock = clock;
  }

  public synchronized int callsPerSecond() {
    return callsPerSecond;
  }

  public synchronized void callsPerSecond(int calls) {
    callsPerSecond = calls;
    taken.clear();
  }

  /** A call that is turned away counts for nothing. */
  public synchronized boolean admits() {
    if (callsPerSecond == 0) {
      return true;
    }
    long now = clock.millis();
    while (!taken.isEmpty() && taken.peek() <= now - SECOND) {
      taken.remove();
    }
    return taken.size() < callsPerSecond && taken.add(now);
  }
}
