package org.supercargo.shipping.gate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was learned of a limit that the carrier does not publish: nothing until it says "too many",
 * then a pause, seven tenths of the pace that was too much, and slowly faster again. A plain
 * object; moments are {@link System#nanoTime}.
 */
final class Throttle {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long LONGEST_PAUSE = 32 * SECOND;
  private static final long FORGETTING = Duration.ofMinutes(10).toNanos();
  private static final double BACK = 0.7;
  private static final double SLOWEST = 0.2;

  /** With every success, so by a twentieth of itself a second. */
  private static final double FASTER = 0.05;

  private final Deque<Long> lately = new ArrayDeque<>();

  /** Calls a second; infinite while no limit was met. */
  private double pace = Double.POSITIVE_INFINITY;

  private boolean paused;
  private long pausedUntil;
  private long pause = SECOND / 2;
  private boolean spaced;
  private long nextAt;
  private long limitedAt;

  /** When a call may begin: now or later. */
  long freeAt(long now) {
    if (paused && now - pausedUntil >= 0) {
      paused = false;
    }
    long at = spaced && nextAt - now > 0 ? nextAt : now;
    return paused && pausedUntil - at > 0 ? pausedUntil : at;
  }

  void begins(long now) {
    while (!lately.isEmpty() && now - lately.peekFirst() > SECOND) {
      lately.removeFirst();
    }
    lately.addLast(now);
    if (pace != Double.POSITIVE_INFINITY) {
      long from = spaced && nextAt - now > 0 ? nextAt : now;
      nextAt = from + (long) (SECOND / pace);
      spaced = true;
    }
  }

  void succeeded(long now) {
    if (pace == Double.POSITIVE_INFINITY || paused) {
      return;
    }
    pause = SECOND / 2;
    if (now - limitedAt > FORGETTING) {
      pace = Double.POSITIVE_INFINITY;
      spaced = false;
    } else {
      pace += FASTER;
    }
  }

  /**
   * The carrier said "too many". Of calls that were under way together only the first teaches.
   *
   * @param atLeast how long it wants to be left alone; zero when it did not say
   */
  void limited(long now, long atLeast) {
    long until = now + Math.max(atLeast, pause);
    if (!paused) {
      double seen = Math.max(1, lately.size());
      pace = Math.max(SLOWEST, Math.min(pace, seen) * BACK);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
      pausedUntil = until;
    } else if (atLeast > 0 && until - pausedUntil > 0) {
      pausedUntil = until;
    }
    paused = true;
    limitedAt = now;
  }

  double pace() {
    return pace;
  }
}
