package org.supercargo.shipping.gate;

import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the gates of all accounts share: the carrier behind them, and this node's room for calls.
 */
final class Environment {
  private final int most;
  private final AtomicInteger inside = new AtomicInteger();

  /** Twenty calls in a row without an answer, whoever's they were: nobody asks for a while. */
  private final CircuitBreaker<Object> breaker;

  /**
   * @param most how many calls at once, for all accounts together
   * @param rest how long nobody asks a carrier that does not answer
   */
  Environment(int most, Duration rest) {
    this.most = most;
    breaker =
        CircuitBreaker.builder()
            .withFailureThreshold(20)
            .withSuccessThreshold(1)
            .withDelay(rest)
            .build();
  }

  /** Takes a place, to be given back by {@link #leaves}; false when there is none for that lane. */
  boolean enters(Lane lane) {
    int room = lane.room(most);
    int now = inside.get();
    while (now < room) {
      if (inside.compareAndSet(now, now + 1)) {
        return true;
      }
      now = inside.get();
    }
    return false;
  }

  void leaves() {
    inside.decrementAndGet();
  }

  /** Whether one may ask now; who may tells how it ended. */
  boolean mayBeAsked() {
    return breaker.tryAcquirePermit();
  }

  Duration rest() {
    return breaker.getRemainingDelay();
  }

  void answered() {
    breaker.recordSuccess();
  }

  /**
   * One account's trouble is not the carrier's: what was under way when its gate closed counts for
   * one account only.
   *
   * @param open whether that account's gate was open
   */
  void didNotAnswer(boolean open) {
    if (open || breaker.isHalfOpen()) {
      breaker.recordFailure();
    }
  }
}
