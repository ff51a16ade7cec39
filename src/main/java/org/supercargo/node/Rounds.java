package org.supercargo.node;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Goes all rounds while the application runs, each at its own pace, and most once more at the end,
 * when everything that must be has been brought home.
 */
@Singleton
@Startup
@DependsOn("Database")
@TransactionManagement(TransactionManagementType.BEAN)
public class Rounds {
  private static final Logger LOG = System.getLogger(Rounds.class.getName());

  @Resource private ManagedScheduledExecutorService clockwork;
  @Resource private ManagedExecutorService executor;
  @Inject @Any private Instance<Round> rounds;
  @Inject @Any private Instance<Ending> endings;
  private final List<Future<?>> scheduled = new ArrayList<>();

  @PostConstruct
  void start() {
    for (Round round : rounds) {
      AtomicReference<@Nullable Future<?>> last = new AtomicReference<>();
      long pause = round.every().toMillis();
      scheduled.add(
          clockwork.scheduleWithFixedDelay(
              () -> goUnlessGoing(round, last), pause, pause, TimeUnit.MILLISECONDS));
    }
  }

  /** The clockwork has few threads: a round that hangs must not stop the others. */
  private void goUnlessGoing(Round round, AtomicReference<@Nullable Future<?>> last) {
    Future<?> before = last.get();
    if (before == null || before.isDone()) {
      last.set(executor.submit(() -> guarded(round)));
    }
  }

  private static void guarded(Round round) {
    guarded(round.name(), round::go);
  }

  private static void guarded(String name, Runnable work) {
    try {
      work.run();
    } catch (Exception failed) {
      LOG.log(Level.WARNING, "{0} has to wait: {1}", name, failed.getClass().getName());
    }
  }

  @PreDestroy
  void stop() {
    endings.forEach(ending -> guarded(ending.name(), ending::bringHome));
    scheduled.forEach(round -> round.cancel(false));
    rounds.stream().filter(Round::endsWithTheNode).forEach(Rounds::guarded);
  }
}
