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
 * Goes all rounds while the application runs, each at its own pace, and most once more at the end.
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
    try {
      round.go();
    } catch (Exception failed) {
      LOG.log(Level.WARNING, "{0} has to wait: {1}", round.name(), failed.getClass().getName());
    }
  }

  @PreDestroy
  void stop() {
    scheduled.forEach(round -> round.cancel(false));
    rounds.stream().filter(Round::endsWithTheNode).forEach(Rounds::guarded);
  }
}
