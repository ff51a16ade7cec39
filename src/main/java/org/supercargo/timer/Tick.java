package org.supercargo.timer;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Future;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * The EJB timers: one a job at its hour, persistent when the server keeps timers, and one a minute
 * that catches up a missed night and takes over from a dead node. All only look whether there is
 * work; leases decide who does it.
 */
// Stopped before the rounds are: what a job has begun is brought home there.
@Singleton
@Startup
@DependsOn({"Database", "Rounds"})
@TransactionManagement(TransactionManagementType.BEAN)
public class Tick {
  private static final long FIRST = Duration.ofSeconds(1).toMillis();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Map<String, Future<?>> looks = new HashMap<>();

  @Resource private TimerService ejbTimers;
  @Resource private ManagedExecutorService executor;
  @Inject private Settings settings;
  @Inject private Timers timers;
  @Inject private Runner runner;
  @Inject private Pulse pulse;

  @PostConstruct
  void start() {
    ejbTimers.getTimers().forEach(Timer::cancel);
    if (settings.get(Keys.TIMERS_HERE)) {
      timers.known().forEach(this::schedule);
      long every = settings.get(Keys.TIMERS_TICK).toMillis();
      ejbTimers.createIntervalTimer(FIRST, every, new TimerConfig("tick", false));
    }
  }

  private void schedule(Job job) {
    Nightly when = job.when();
    ejbTimers.createCalendarTimer(
        new ScheduleExpression()
            .hour(when.hour())
            .timezone(TimeZone.getTimeZone(when.zone()).getID()),
        new TimerConfig(job.name(), settings.get(Keys.NIGHTLY_PERSISTENT)));
  }

  /** A look that still runs or waits for a lock is not joined by another one of the same node. */
  @Timeout
  void look() {
    pulse.beat();
    for (Job job : timers.known()) {
      Future<?> last = looks.get(job.name());
      if (last == null || last.isDone()) {
        looks.put(job.name(), executor.submit(() -> timers.runDue(job)));
      }
    }
  }

  @PreDestroy
  void stop() {
    runner.stop(PATIENCE);
  }
}
