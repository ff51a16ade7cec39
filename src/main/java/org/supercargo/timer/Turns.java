package org.supercargo.timer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * Who has the turn: each method is one transaction under the lock of the timer's lease row, so that
 * lease, run record and audit entry never disagree.
 */
@ApplicationScoped
class Turns {
  /** Keeps a night that fails from being tried at every tick. */
  static final Duration REST = Duration.ofMinutes(15);

  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;
  @Inject private Settings settings;
  @Inject private Node node;
  @Inject private AuditTrail audit;

  /** The turn of the night that is due, unless it is done, being done, or has failed just now. */
  @Transactional(TxType.REQUIRES_NEW)
  Optional<Turn> beginDue(String timer, Instant due) {
    Instant now = clock.instant();
    TimerLease lease = lock(timer);
    if (lease.isHeld(now) || lease.isResting(now) || lease.isDone(due)) {
      return Optional.empty();
    }
    return Optional.of(begin(lease, timer, due, new Actor(timer, null)));
  }

  /** A turn beside the nights. Empty when one is being taken. */
  @Transactional(TxType.REQUIRES_NEW)
  Optional<Turn> beginNow(String timer, Actor who) {
    TimerLease lease = lock(timer);
    if (lease.isHeld(clock.instant())) {
      return Optional.empty();
    }
    return Optional.of(begin(lease, timer, null, who));
  }

  /** Joins the caller's transaction, which keeps the lease row locked until it ends. */
  @Transactional(TxType.REQUIRED)
  void renew(Turn turn) {
    TimerLease lease = lock(turn.timer());
    if (!lease.isOf(turn.fence())) {
      throw new LeaseLost(turn.timer());
    }
    lease.prolong(clock.instant().plus(life()));
  }

  /**
   * One more row for each that works beside the first, so that batches don't wait for each other:
   * the timer's own row is held by one transaction at a time.
   */
  @Transactional(TxType.REQUIRES_NEW)
  void openLanes(Turn turn, int many) {
    renew(turn);
    for (int lane = 1; lane < many; lane++) {
      lock(lane(turn.timer(), lane)).follow(node.name(), turn.fence());
    }
  }

  /** As {@link #renew}, of a lane and without prolonging. */
  @Transactional(TxType.REQUIRED)
  void fence(Turn turn, int lane) {
    TimerLease row =
        database.find(TimerLease.class, lane(turn.timer(), lane), LockModeType.PESSIMISTIC_WRITE);
    if (row == null || !row.isOf(turn.fence())) {
      throw new LeaseLost(turn.timer());
    }
  }

  /**
   * Waits for batches under way, after which none of an old owner's can be committed. The caller
   * holds the timer's own row: lanes are opened and closed under it alone.
   */
  private void closeLanes(String timer) {
    database
        .createQuery(
            "update TimerLease l set l.owner = null where l.timer like :lanes"
                + " and l.owner is not null")
        .setParameter("lanes", timer + "/%")
        .executeUpdate();
  }

  private static String lane(String timer, int lane) {
    return timer + "/" + lane;
  }

  /** Closes the run of an owner that died, so that nobody believes it is still at work. */
  @Transactional(TxType.REQUIRES_NEW)
  void bury(String timer) {
    TimerLease lease = lock(timer);
    if (lease.isOrphaned(clock.instant())) {
      closeLanes(timer);
      abandonRuns(timer);
      lease.free();
    }
  }

  @Transactional(TxType.REQUIRES_NEW)
  void done(Turn turn, Map<String, Long> counts) {
    Optional<TimerLease> ours = end(turn, RunOutcome.DONE, counts, null);
    Instant due = turn.due();
    if (due != null) {
      ours.ifPresent(lease -> lease.done(due));
    }
  }

  @Transactional(TxType.REQUIRES_NEW)
  void failed(Turn turn, String why) {
    Instant rested = clock.instant().plus(REST);
    end(turn, RunOutcome.FAILED, Map.of(), why).ifPresent(lease -> lease.rest(rested));
  }

  /** Gives the turn back half-done; another node or the next start takes it up. */
  @Transactional(TxType.REQUIRES_NEW)
  void stopped(Turn turn) {
    end(turn, RunOutcome.ABANDONED, Map.of(), "Stopped with its node");
  }

  private Turn begin(TimerLease lease, String timer, @Nullable Instant due, Actor who) {
    Instant now = clock.instant();
    closeLanes(timer);
    abandonRuns(timer);
    long fence = lease.take(node.name(), now.plus(life()));
    TimerRun run = new TimerRun(timer, due == null ? now : due, now, node.name(), who.name());
    database.persist(run);
    database.flush();
    return new Turn(timer, fence, run.id(), due, who);
  }

  /** Answers the lease, given back, or nothing when it is somebody else's by now. */
  private Optional<TimerLease> end(
      Turn turn, RunOutcome how, Map<String, Long> counts, @Nullable String why) {
    TimerLease lease = lock(turn.timer());
    if (!lease.isOf(turn.fence())) {
      return Optional.empty();
    }
    closeLanes(turn.timer());
    database.find(TimerRun.class, turn.run()).end(how, clock.instant(), counts, why);
    lease.free();
    Outcome outcome = how == RunOutcome.DONE ? Outcome.DONE : Outcome.FAILED;
    String told = why == null ? Counts.words(counts) : why;
    audit.write(turn.startedBy(), AuditAction.TIMER_RUN, outcome, turn.timer(), null, told);
    return Optional.of(lease);
  }

  private void abandonRuns(String timer) {
    database
        .createQuery(
            "select r from TimerRun r where r.timer = :timer and r.outcome = :running",
            TimerRun.class)
        .setParameter("timer", timer)
        .setParameter("running", RunOutcome.RUNNING)
        .getResultList()
        .forEach(run -> abandon(run, timer));
  }

  private void abandon(TimerRun run, String timer) {
    String why = "Its node died or lost the lease";
    run.end(RunOutcome.ABANDONED, clock.instant(), Map.of(), why);
    audit.write(new Actor(timer, null), AuditAction.TIMER_RUN, Outcome.FAILED, timer, null, why);
  }

  private TimerLease lock(String timer) {
    database
        .createNativeQuery(
            "insert into timer_lease (timer, fence) values (?, 0) on conflict do nothing")
        .setParameter(1, timer)
        .executeUpdate();
    return database.find(TimerLease.class, timer, LockModeType.PESSIMISTIC_WRITE);
  }

  private Duration life() {
    return settings.get(Keys.NIGHTLY_LEASE);
  }
}
