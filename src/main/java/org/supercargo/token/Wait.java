package org.supercargo.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Waits a little, then a little longer, but not for ever. */
final class Wait {
  private static final Duration LONGEST = Duration.ofMillis(500);
  private final Duration most;
  private Duration waited = Duration.ZERO;
  private Duration next = Duration.ofMillis(25);

  Wait(Duration most) {
    this.most = most;
  }

  /** False when there was waiting enough. */
  boolean next() {
    if (waited.compareTo(most) >= 0 || !slept(next)) {
      return false;
    }
    waited = waited.plus(next);
    next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
    return true;
  }

  /** False when the server stops meanwhile. */
  static boolean until(Instant moment, Clock clock) {
    Duration left = Duration.between(clock.instant(), moment);
    return left.isNegative() || slept(left);
  }

  private static boolean slept(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
