package org.supercargo.node;

import java.time.Duration;

/**
 * Lets what may be dear take a hundredth of the time and no more: what took a second is not done
 * again for a hundred. Nobody has to guess how large a table will be.
 */
public final class Sparing {
  private static final int SHARE = 100;

  /** However dear, after that time it is done again. */
  public static final Duration LONGEST = Duration.ofMinutes(5);

  private long notBefore = System.nanoTime();

  /** Does it, unless it is too soon. */
  public void go(Runnable deed) {
    long begun = System.nanoTime();
    if (begun - notBefore < 0) {
      return;
    }
    try {
      deed.run();
    } finally {
      long end = System.nanoTime();
      notBefore = end + Math.min((end - begun) * SHARE, LONGEST.toNanos());
    }
  }
}
