package org.supercargo.timer;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.supercargo.audit.Actor;

/** Runs jobs when they are due, on one node at a time, and keeps the record of it. */
@ApplicationScoped
public class Timers {
  private static final Logger LOG = System.getLogger(Timers.class.getName());

  @Inject private Clock clock;
  @Inject private Turns turns;
  @Inject private Records records;
  @Inject private Runner runner;
  @Inject @Any private Instance<Job> jobs;
  @Resource private ManagedExecutorService executor;

  /** Every known timer, by name. */
  public List<TimerState> all() {
    Instant now = clock.instant();
    return known().stream().map(job -> state(job, now)).toList();
  }

  /** The newest runs of a timer, newest first. */
  public List<Run> runs(String timer, int most) {
    return records.newest(timer, most);
  }

  /**
   * How the newest nights went, newest first: the last run of each, leaving out what people
   * started.
   */
  public List<Run> nights(String timer, int most) {
    return records.nights(timer, most);
  }

  /**
   * Starts the job in the background on this node. False when one is running somewhere.
   *
   * @throws NoSuchElementException when there is no such timer
   */
  public boolean runNow(String timer, Actor who) {
    Job job =
        known().stream().filter(known -> known.name().equals(timer)).findFirst().orElseThrow();
    Optional<Turn> turn = turns.beginNow(timer, who);
    turn.ifPresent(begun -> executor.execute(() -> runner.run(job, begun)));
    return turn.isPresent();
  }

  /**
   * Runs a job here, now, if it is due and not yet done. Never throws: what could not be done now
   * is tried at the next tick.
   */
  void runDue(Job job) {
    try {
      turns.bury(job.name());
      turns
          .beginDue(job.name(), job.when().lastDue(clock.instant()))
          .ifPresent(turn -> runner.run(job, turn));
    } catch (Exception unreachable) {
      String kind = unreachable.getClass().getSimpleName();
      LOG.log(Level.WARNING, "{0} could not be looked after now: {1}", job.name(), kind);
    }
  }

  List<Job> known() {
    return jobs.stream().sorted(Comparator.comparing(Job::name)).toList();
  }

  private TimerState state(Job job, Instant now) {
    return records.state(job.name(), job.when().nextDue(now), now);
  }
}
