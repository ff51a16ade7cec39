package org.supercargo.timer;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Does a job's batches side by side, each pair of hands in a lane of the lease. All have ended when
 * {@link #drain} has, so nothing goes on unseen; when one fails, the others stop at their next
 * batch.
 */
@ApplicationScoped
public class Hands {
  private static final long LOOK_MILLIS = 500;

  /** The threads are nobody's: without it they would not find the data source's name. */
  @Resource private ContextService context;

  /**
   * Until there is no more to do. The first lane works here and alone until its first batch was a
   * full one: most nights have little to do.
   *
   * @param batch does one batch in one transaction, fenced by the lane that it is given; true when
   *     there may be more
   * @throws LeaseLost when the lease was lost
   */
  public void drain(List<Lease> lanes, Predicate<Lease> batch) {
    Lease first = lanes.getFirst();
    if (!batch.test(first)) {
      return;
    }
    AtomicBoolean stopped = new AtomicBoolean();
    List<FutureTask<@Nullable Void>> others = new ArrayList<>();
    @Nullable RuntimeException broken = null;
    try {
      lanes.stream().skip(1).forEach(lane -> others.add(started(lane, batch, stopped)));
      work(first, batch, stopped);
    } catch (RuntimeException failed) {
      stopped.set(true);
      broken = failed;
    }
    for (FutureTask<@Nullable Void> other : others) {
      broken = firstOf(broken, awaited(other, first, stopped));
    }
    if (broken != null) {
      throw broken;
    }
  }

  /** A thread of the platform, not a virtual one: JDBC drivers pin those, and there are few. */
  private FutureTask<@Nullable Void> started(
      Lease lane, Predicate<Lease> batch, AtomicBoolean stopped) {
    FutureTask<@Nullable Void> task = new FutureTask<>(() -> work(lane, batch, stopped), null);
    Runnable inContext = context.contextualRunnable(task);
    Thread.ofPlatform().daemon().name("hand").start(() -> ends(task, inContext));
    return task;
  }

  /** A server that is going down may refuse to lend its context: nobody must wait for that one. */
  private static void ends(FutureTask<@Nullable Void> task, Runnable inContext) {
    try {
      inContext.run();
    } finally {
      task.cancel(false);
    }
  }

  private static void work(Lease lane, Predicate<Lease> batch, AtomicBoolean stopped) {
    boolean whole = false;
    try {
      boolean more = true;
      while (more && !stopped.get()) {
        more = batch.test(lane);
      }
      whole = true;
    } finally {
      if (!whole) {
        stopped.set(true);
      }
    }
  }

  /** Keeps the lease while it waits. Answers what went wrong. */
  private static @Nullable RuntimeException awaited(
      FutureTask<@Nullable Void> task, Lease first, AtomicBoolean stopped) {
    @Nullable RuntimeException broken = null;
    boolean interrupted = false;
    while (!task.isDone()) {
      try {
        task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException atWork) {
        broken = firstOf(broken, renewed(first, stopped));
      } catch (InterruptedException stop) {
        interrupted = true;
        stopped.set(true);
      } catch (ExecutionException | CancellationException failed) {
        break;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return firstOf(broken, failure(task));
  }

  private static @Nullable RuntimeException renewed(Lease first, AtomicBoolean stopped) {
    if (stopped.get()) {
      return null; // nobody begins another batch, and each is fenced by its own lane
    }
    try {
      first.renew();
      return null;
    } catch (RuntimeException lost) {
      stopped.set(true);
      return lost;
    }
  }

  private static @Nullable RuntimeException failure(FutureTask<@Nullable Void> ended) {
    return switch (ended.state()) {
      case RUNNING, SUCCESS -> null;
      case CANCELLED -> new IllegalStateException("A lane's work could not begin");
      case FAILED ->
          ended.exceptionNow() instanceof RuntimeException failed
              ? failed
              : new IllegalStateException(ended.exceptionNow());
    };
  }

  private static @Nullable RuntimeException firstOf(
      @Nullable RuntimeException one, @Nullable RuntimeException other) {
    if (one != null && other != null) {
      one.addSuppressed(other);
    }
    return one == null ? other : one;
  }
}
