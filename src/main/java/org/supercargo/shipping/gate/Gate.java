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
  private static final Duration REST = Duration.ofSeconds(5);

  private final int most;
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
  Gate(int most, Traffic traffic) {
    this.most = most;
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
          throw busy(clock.get().plusSeconds(1));
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
    if (!me.equals(line.peek()) || inside >= room(me.lane)) {
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
    if (!breaker.tryAcquirePermit()) {
      throw down(clock.get().plus(breaker.getRemainingDelay()));
    }
    throttle.begins(now);
    inside++;
    return true;
  }

  /** What nobody waits for leaves half of the room to those who do. */
  private int room(Lane lane) {
    return lane == Lane.BACKGROUND ? Math.max(1, most / 2) : most;
  }

  private void leave(boolean ended, Optional<CarrierException> refused, Supplier<Instant> clock) {
    lock.lock();
    try {
      inside--;
      long now = System.nanoTime();
      switch (refused.orElse(null)) {
        case Unavailable limited when limited.isLimit() -> {
          Instant wall = clock.get();
          long wish = limited.retryAt().map(at -> Duration.between(wall, at).toNanos()).orElse(0L);
          throttle.limited(now, Math.max(0, wish));
          breaker.recordSuccess();
        }
        case Unavailable down -> breaker.recordFailure();
        case null, default -> {
          if (ended) {
            throttle.succeeded(now);
          }
          breaker.recordSuccess();
        }
      }
      next();
    } finally {
      lock.unlock();
    }
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

  private static Unavailable down(Instant retryAt) {
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
