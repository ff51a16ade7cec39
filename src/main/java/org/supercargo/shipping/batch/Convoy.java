package org.supercargo.shipping.batch;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.supercargo.node.Patrol;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;
import org.supercargo.shipping.Shipping;
import org.supercargo.timer.LeaseLost;

/**
 * Takes batches up that nobody works on, and sees each on its way in a virtual thread of its own.
 * Every node goes round; a batch is with one at a time, and with another when that one dies.
 */
@ApplicationScoped
class Convoy implements Patrol {
  private static final Logger LOG = System.getLogger(Convoy.class.getName());
  private static final int MOST = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject RunSteps steps;
  @Inject BatchSteps batches;
  @Inject Ledger ledger;
  @Inject Shipping shipping;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Virtual threads are nobody's: without it they would not find the data source's name. */
  @Resource ContextService context;

  private final Set<Long> underway = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable Semaphore places;
  private volatile boolean stopping;

  @Override
  public String name() {
    return "the making of batches";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(1);
  }

  @Override
  public synchronized void go() {
    if (stopping) {
      return;
    }
    if (places == null) {
      places = new Semaphore(settings.get(Keys.PARALLEL_ROWS));
    }
    Semaphore all = places;
    Duration lease = settings.get(Keys.BATCH_LEASE);
    int most = settings.get(Keys.PARALLEL_ROWS);
    for (Held held : steps.claim(MOST, lease)) {
      underway.add(held.batch());
      start(() -> accompany(held, new Escort(this, held, most, lease, all)));
    }
  }

  void start(Runnable work) {
    threads.execute(context.contextualRunnable(work));
  }

  boolean isStopping() {
    return stopping;
  }

  private void accompany(Held held, Escort escort) {
    try {
      escort.go();
    } catch (LeaseLost lost) {
      LOG.log(Level.WARNING, "stopped: {0}", lost.getMessage());
    } catch (RuntimeException broken) {
      LOG.log(Level.WARNING, "batch " + held.batch() + " has to wait", broken);
    } finally {
      underway.remove(held.batch());
    }
  }

  /** What is under way may end; what does not is found out by whoever takes over. */
  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    stopping = true;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!underway.isEmpty() && System.nanoTime() - end < 0) {
      Escort.pause(Duration.ofMillis(50));
    }
    threads.shutdownNow();
  }
}
