package org.supercargo.timer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Does the work of a turn and says how it ended; on shutdown lets it end at its next batch. */
@ApplicationScoped
class Runner {
  private static final Logger LOG = System.getLogger(Runner.class.getName());

  private final Phaser atWork = new Phaser(1);
  private volatile boolean stopping;

  @Inject private Turns turns;

  void run(Job job, Turn turn) {
    atWork.register();
    try {
      turns.done(turn, job.run(lease(turn)));
    } catch (LeaseLost lost) {
      LOG.log(Level.WARNING, "{0} stopped: {1}", job.name(), lost.getMessage());
      turns.stopped(turn);
    } catch (RuntimeException broken) {
      LOG.log(Level.ERROR, job.name() + " failed", broken);
      turns.failed(turn, "Failed with " + broken.getClass().getSimpleName() + "; see the log");
    } finally {
      atWork.arriveAndDeregister();
    }
  }

  /** Waits for those at work, not for ever: the lease of one that doesn't stop expires. */
  void stop(Duration most) {
    stopping = true;
    try {
      atWork.awaitAdvanceInterruptibly(atWork.arrive(), most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException late) {
      LOG.log(Level.WARNING, "A job did not stop within {0}", most);
    }
  }

  private Lease lease(Turn turn) {
    return new Lease() {
      @Override
      public void renew() {
        goesOn(turn);
        turns.renew(turn);
      }

      @Override
      public List<Lease> lanes(int many) {
        goesOn(turn);
        turns.openLanes(turn, many);
        return Stream.concat(
                Stream.of(this), IntStream.range(1, many).mapToObj(lane -> lane(turn, lane)))
            .toList();
      }
    };
  }

  private Lease lane(Turn turn, int lane) {
    return () -> {
      goesOn(turn);
      turns.fence(turn, lane);
    };
  }

  private void goesOn(Turn turn) {
    if (stopping) {
      throw new LeaseLost(turn.timer());
    }
  }
}
