package org.supercargo.token;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * At most one refresh a grant on this node, in a thread of its own: whoever waits for it may stop
 * waiting, it does not. A limited crew flies them, so that thousands of stale grants take no
 * thousands of threads.
 */
@ApplicationScoped
class Flights {
  private static final Logger LOG = System.getLogger(Flights.class.getName());
  private static final int CREW = 32;
  private static final Duration REST = Duration.ofSeconds(30);

  @Resource ManagedExecutorService executor;
  @Inject Refresher refresher;
  @Inject Warm warm;
  @Inject Meters meters;
  @Inject UnderWay underWay;
  @Inject Clock clock;
  private final Map<Long, CompletableFuture<Outcome>> flying = new ConcurrentHashMap<>();
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger crew = new AtomicInteger();

  /** The refresh that is under way, or else a new one. */
  CompletableFuture<Outcome> join(long grant, Wish wish) {
    if (underWay.isOver()) {
      return CompletableFuture.completedFuture(UnderWay.stopping());
    }
    CompletableFuture<Outcome> mine = new CompletableFuture<>();
    CompletableFuture<Outcome> other = flying.putIfAbsent(grant, mine);
    if (other != null) {
      return other;
    }
    Runnable flight = () -> fly(grant, wish, mine);
    waiting.add(flight);
    try {
      enlist();
    } catch (RuntimeException | Error noThread) {
      if (waiting.remove(flight)) {
        ends(grant, mine, noThread);
      }
    }
    return mine;
  }

  /** Nobody waits for it. */
  void early(long grant) {
    CompletableFuture<Outcome> unused = join(grant, Wish.EARLY);
  }

  private void fly(long grant, Wish wish, CompletableFuture<Outcome> flight) {
    try {
      Outcome outcome = refresher.refresh(grant, wish);
      rest(grant, outcome);
      meters.refreshed(outcome);
      flying.remove(grant);
      flight.complete(outcome);
    } catch (RuntimeException | Error failed) {
      ends(grant, flight, failed);
    }
  }

  /**
   * Whatever else may fail now: nobody must wait for it any longer, nor it keep the next one out.
   */
  private void ends(long grant, CompletableFuture<Outcome> flight, Throwable failed) {
    try {
      LOG.log(
          Level.WARNING,
          "log-in {0} could not be refreshed: {1}",
          Long.toString(grant),
          failed.getClass().getName());
      postpone(grant);
      meters.failed();
    } finally {
      flying.remove(grant, flight);
      flight.completeExceptionally(failed);
    }
  }

  /** A token that still holds need not be tried to renew with every call. */
  private void rest(long grant, Outcome outcome) {
    switch (outcome) {
      case Outcome.Refreshed refreshed -> {}
      case Outcome.StillValid valid -> {}
      case Outcome.Revoked revoked -> warm.drop(grant);
      case Outcome.Uncertain uncertain -> postpone(grant);
      case Outcome.Unavailable unavailable -> postpone(grant);
    }
  }

  private void postpone(long grant) {
    double jitter = ThreadLocalRandom.current().nextDouble(0.5, 1.5);
    warm.postpone(grant, clock.instant().plusMillis((long) (REST.toMillis() * jitter)));
  }

  private void enlist() {
    if (crew.incrementAndGet() > CREW) {
      crew.decrementAndGet();
      return;
    }
    try {
      executor.execute(this::work);
    } catch (RuntimeException | Error noThread) {
      crew.decrementAndGet();
      throw noThread;
    }
  }

  private void work() {
    try {
      for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
        next.run();
      }
    } finally {
      crew.decrementAndGet();
      // One may have come between the last look and the farewell, when the crew was full.
      if (!waiting.isEmpty()) {
        enlist();
      }
    }
  }
}
