package org.supercargo.shipping.gate;

import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;

/** The gate to a carrier for one account. What it keeps out was never sent. */
final class Gate {
  static final Duration REST = Duration.ofSeconds(5);

  private static final Duration ONE_MOMENT = Duration.ofSeconds(1);

  /** Nobody tells the waiters of one gate that a place behind all of them is free. */
  private static final long LOOK_AGAIN = Duration.ofMillis(20).toNanos();

  private final int most;
  private final Environment environment;
  private final ReentrantLock lock = new ReentrantLock();
  private final PriorityQueue<Waiter> line =
      new PriorityQueue<>(
          Comparator.comparing((Waiter waiter) -> waiter.lane).thenComparingLong(it -> it.ticket));
  private final Throttle throttle = new Throttle();

  /** Half of the last ten calls without an answer, five at least: nobody asks for a while. */
  private final CircuitBreaker<Object> breaker =
      CircuitBreaker.builder()
          .withFailureThreshold(5, 10)
          .withSuccessThreshold(1)
          .withDelay(REST)
          .build();

  private final Traffic traffic;
  private int inside;
  private long tickets;

  /**
   * @param most how many calls at once
   */
  Gate(int most, Environment environment, Traffic traffic) {
    this.most = most;
    this.environment = environment;
    this.traffic = traffic;
  }

  /**
   * @param now the moment of an answer by the clock that the carrier's words go by
   * @throws Unavailable also when its turn does not come; then nothing was sent
   */
  <T> T pass(Lane lane, Supplier<Instant> now, Supplier<T> call) {
    enter(lane, now);
    Optional<CarrierException> refused = Optional.empty();
    boolean ended = false;
    try {
      T answer = call.get();
      ended = true;
      return answer;
    } catch (CarrierException said) {
      refused = Optional.of(said);
      ended = true;
      throw said;
    } finally {
      leave(ended, refused, now);
    }
  }

  private void enter(Lane lane, Supplier<Instant> clock) {
    lock.lock();
    Waiter me = new Waiter(lane, tickets++, lock.newCondition());
    line.add(me);
    traffic.came(lane);
    boolean served = false;
    try {
      long end = System.nanoTime() + lane.patience().toNanos();
      while (!begins(me, end, clock)) {
        if (System.nanoTime() - end >= 0) {
          throw busy(clock.get().plus(ONE_MOMENT));
        }
      }
      served = true;
    } finally {
      traffic.left(lane, served);
      line.remove(me);
      next();
      lock.unlock();
    }
  }

  /** False when it has waited a while and has to look again. */
  private boolean begins(Waiter me, long end, Supplier<Instant> clock) {
    long now = System.nanoTime();
    if (!me.equals(line.peek()) || inside >= me.lane.room(most)) {
      me.await(end - now);
      return false;
    }
    long at = throttle.freeAt(now);
    if (at - end > 0) {
      throw busy(clock.get().plusNanos(at - now));
    }
    if (at - now > 0) {
      me.await(at - now);
      return false;
    }
    if (!environment.enters(me.lane)) {
      me.await(Math.min(end - now, LOOK_AGAIN));
      return false;
    }
    askFor(clock);
    throttle.begins(now);
    inside++;
    return true;
  }

  private void askFor(Supplier<Instant> clock) {
    if (!breaker.tryAcquirePermit()) {
      environment.leaves();
      throw down(clock.get(), breaker.getRemainingDelay());
    }
    if (!environment.mayBeAsked()) {
      environment.leaves();
      if (breaker.isHalfOpen()) {
        breaker.open();
      }
      throw down(clock.get(), environment.rest());
    }
  }

  private void leave(boolean ended, Optional<CarrierException> refused, Supplier<Instant> clock) {
    lock.lock();
    try {
      inside--;
      environment.leaves();
      long now = System.nanoTime();
      switch (refused.orElse(null)) {
        case Unavailable limited when limited.isLimit() -> {
          Instant wall = clock.get();
          long wish = limited.retryAt().map(at -> Duration.between(wall, at).toNanos()).orElse(0L);
          throttle.limited(now, Math.max(0, wish));
          answered();
        }
        case Unavailable down -> {
          environment.didNotAnswer(!breaker.isOpen());
          breaker.recordFailure();
        }
        case null, default -> {
          if (ended) {
            throttle.succeeded(now);
          }
          answered();
        }
      }
      next();
    } finally {
      lock.unlock();
    }
  }

  private void answered() {
    breaker.recordSuccess();
    environment.answered();
  }

  private void next() {
    Waiter first = line.peek();
    if (first != null) {
      first.turn.signal();
    }
  }

  private static Unavailable busy(Instant retryAt) {
    String words = "The carrier is asked for this account as often as it lets us; try again soon.";
    return new Unavailable(new CarrierMessage("", words), retryAt);
  }

  /** No rest is left while one asks whether the carrier is back. */
  private static Unavailable down(Instant now, Duration rest) {
    Instant retryAt = now.plus(rest.isZero() ? ONE_MOMENT : rest);
    String words = "The carrier has not answered lately; nothing was sent. Try again in a moment.";
    return new Unavailable(new CarrierMessage("", words), retryAt);
  }

  /** One that stands in line. */
  private record Waiter(Lane lane, long ticket, Condition turn) {
    /** Whoever waits looks again afterwards, whatever woke it. */
    @SuppressWarnings("WaitNotInLoop")
    void await(long nanos) {
      try {
        boolean unused = turn.await(Math.max(1, nanos), TimeUnit.NANOSECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new Unavailable(new CarrierMessage("", "The server stops."));
      }
    }
  }
}
