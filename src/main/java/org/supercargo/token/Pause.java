package org.supercargo.token;

import java.time.Duration;

/** Waits a little, then a little longer, but not for ever. */
final class Pause {
  private static final Duration LONGEST = Duration.ofMillis(500);
  private final Duration most;
  private Duration waited = Duration.ZERO;
  private Duration next = Duration.ofMillis(25);

  Pause(Duration most) {
    this.most = most;
  }

  /** False when there was waiting enough. */
  boolean next() {
    if (waited.compareTo(most) >= 0) {
      return false;
    }
    try {
      Thread.sleep(next);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
    waited = waited.plus(next);
    next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
    return true;
  }
}
