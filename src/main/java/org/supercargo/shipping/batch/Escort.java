package org.supercargo.shipping.batch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.shipping.ShipAnswer;
import org.supercargo.shipping.ShipCommand;

/**
 * Sees one batch on its way, on this node, until it ends, is paused, or another node has it. Each
 * row is made in a virtual thread; as many at once as the carrier takes well.
 */
final class Escort {
  private static final Logger LOG = System.getLogger(Escort.class.getName());
  private static final Duration TICK = Duration.ofMillis(20);
  private static final long SIGN_OF_LIFE = Duration.ofSeconds(1).toNanos();
  private static final long LOOK = Duration.ofSeconds(2).toNanos();
  private static final Duration SHORTEST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);
  private static final int AHEAD = 200;

  /** Rows that were begun elsewhere when that node died are among the first that wait. */
  private static final int MAY_BE_BEGUN = 1_000;

  /** So many in a row and nothing made in between: most likely all are wrong in one way. */
  private static final int MOST_REFUSALS = 20;

  private final Convoy convoy;
  private final Held held;
  private final int most;
  private final Duration lease;
  private final Semaphore places;

  private final Deque<Task> next = new ArrayDeque<>();
  private final Set<Long> underway = ConcurrentHashMap.newKeySet();

  /** Their likes are unknown: they wait until the next look. */
  private final Set<Long> deferred = ConcurrentHashMap.newKeySet();

  private final Semaphore ends = new Semaphore(0);
  private final Object moods = new Object();
  private int window;
  private int failures;
  private int refusals;
  private long restUntil = System.nanoTime();
  private boolean resting;
  private volatile boolean halting;
  private volatile boolean halted;

  Escort(Convoy convoy, Held held, int most, Duration lease, Semaphore places) {
    this.convoy = convoy;
    this.held = held;
    this.most = most;
    this.window = most;
    this.lease = lease;
    this.places = places;
  }

  void go() {
    takeOver();
    BatchState wanted = convoy.steps.renew(held, lease);
    long renewed = System.nanoTime();
    long looked = renewed - LOOK;
    boolean open = true;
    while (true) {
      long now = System.nanoTime();
      if (halted || now - renewed >= SIGN_OF_LIFE) {
        halting = halting && !halted;
        halted = false;
        wanted = convoy.steps.renew(held, lease);
        renewed = now;
      }
      if (now - looked >= LOOK) {
        open = lookAfterUnknown();
        deferred.clear();
        looked = now;
      }
      boolean runs = wanted == BatchState.RUNNING && !convoy.isStopping();
      if (runs) {
        fill();
      }
      if (underway.isEmpty() && !(runs && hasMore())) {
        if (convoy.isStopping()) {
          convoy.steps.release(held);
          return;
        }
        open = lookAfterUnknown();
        if (rests(wanted, open)) {
          return;
        }
      }
      awaitAnEnd();
    }
  }

  /** Until a row has ended, or a moment has passed. */
  private void awaitAnEnd() {
    try {
      if (ends.tryAcquire(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
        ends.drainPermits();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing is under way: is it over, or to be left alone? */
  private boolean rests(BatchState wanted, boolean open) {
    BatchState now = convoy.steps.renew(held, lease);
    if (now != wanted) {
      return false;
    }
    if (now == BatchState.CANCELLING) {
      convoy.steps.cancelTheRest(held);
    }
    if ((now == BatchState.PAUSED && !open) || now == BatchState.DONE) {
      convoy.steps.release(held);
      return true;
    }
    if (now == BatchState.PAUSED || open || isWaiting()) {
      return false;
    }
    return convoy.steps.end(held);
  }

  /** Rows whose keys are known were begun by a node that did not tell their end. */
  private void takeOver() {
    List<Task> first = convoy.ledger.waiting(held, MAY_BE_BEGUN);
    Set<String> known =
        convoy.shipping.knownAmong(first.stream().map(Task::key).toList(), held.owner());
    first.stream()
        .filter(task -> known.contains(task.key()))
        .forEach(
            task ->
                convoy
                    .shipping
                    .known(task.key(), held.owner())
                    .ifPresent(shipment -> convoy.steps.begun(task.row(), shipment)));
  }

  /** Answers whether any is left. */
  private boolean lookAfterUnknown() {
    List<RowView> unknown =
        convoy.ledger.rows(
            RowQuery.all(held.batch()).in(Set.of(RowState.UNKNOWN)).page(0, MAY_BE_BEGUN));
    boolean open = false;
    for (RowView row : unknown) {
      Long shipment = row.shipment();
      open |=
          shipment == null
              || convoy
                  .shipping
                  .view(shipment)
                  .map(found -> !convoy.steps.found(row.id(), found))
                  .orElse(true);
    }
    return open;
  }

  private boolean hasMore() {
    if (next.isEmpty()) {
      convoy.ledger.waiting(held, AHEAD + underway.size() + deferred.size()).stream()
          .filter(task -> !underway.contains(task.row()) && !deferred.contains(task.row()))
          .forEach(next::add);
    }
    return !next.isEmpty();
  }

  private boolean isWaiting() {
    return convoy.ledger.count(RowQuery.all(held.batch()).in(Set.of(RowState.WAITING))) > 0;
  }

  private void fill() {
    while (isFree() && hasMore() && places.tryAcquire()) {
      Task task = next.remove();
      underway.add(task.row());
      convoy.start(() -> make(task));
    }
  }

  private boolean isFree() {
    synchronized (moods) {
      return !halting && underway.size() < window && System.nanoTime() - restUntil >= 0;
    }
  }

  private void make(Task task) {
    try {
      ShipCommand command = new ShipCommand(task.key(), task.account(), task.order());
      ShipAnswer answer = convoy.shipping.shipInBackground(command, held.owner());
      convoy.steps.answered(task.row(), answer);
      mind(task.row(), answer);
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "row " + task.line() + " of batch " + held.batch(), failed);
      rest(Duration.ZERO);
    } finally {
      underway.remove(task.row());
      places.release();
      ends.release();
    }
  }

  private void mind(long row, ShipAnswer answer) {
    switch (answer) {
      case ShipAnswer.Made made -> goesWell();
      case ShipAnswer.NotSent(var shipment, CarrierException why) -> notSent(why);
      case ShipAnswer.Refused refused -> refused();
      case ShipAnswer.Wrong wrong -> refused();
      case ShipAnswer.Held likeOne -> deferred.add(row);
      case ShipAnswer.Pending pending -> {}
      case ShipAnswer.NotCreated notCreated -> {}
      case ShipAnswer.KeyTaken taken -> {}
    }
  }

  private void goesWell() {
    boolean wakes;
    synchronized (moods) {
      failures = 0;
      refusals = 0;
      window = Math.min(most, window * 2);
      wakes = resting;
      resting = false;
    }
    if (wakes) {
      convoy.steps.wakeUp(held);
    }
  }

  private void refused() {
    boolean tooMany;
    synchronized (moods) {
      failures = 0;
      tooMany = ++refusals == MOST_REFUSALS;
      refusals = tooMany ? 0 : refusals;
    }
    if (tooMany) {
      String words = "Twenty rows were refused one after the other. Look at them, then go on.";
      halt(new CarrierMessage("", words));
    }
  }

  /** Nothing was sent: either it passes, or a person has to act. */
  private void notSent(CarrierException why) {
    if (why instanceof Unavailable away) {
      Instant now = convoy.clock.instant();
      Duration wish = away.retryAt().map(at -> Duration.between(now, at)).orElse(Duration.ZERO);
      Duration rest = rest(wish);
      convoy.steps.rest(held, why.said(), now.plus(rest));
    } else {
      halt(why.said());
    }
  }

  /** Begins no further row, and has what is wanted read anew. */
  private void halt(CarrierMessage said) {
    halting = true;
    try {
      convoy.batches.halt(held.batch(), said, held.owner());
    } finally {
      halted = true;
    }
  }

  /** One row at a time from then on, until one goes well: each try leaves a trace. */
  private Duration rest(Duration wish) {
    synchronized (moods) {
      boolean again = System.nanoTime() - restUntil >= 0;
      failures += again ? 1 : 0;
      Duration grown = SHORTEST_REST.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 6));
      Duration rest = wish.compareTo(grown) > 0 ? wish : grown;
      rest = rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
      restUntil = System.nanoTime() + rest.toNanos();
      window = 1;
      resting = true;
      return rest;
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
