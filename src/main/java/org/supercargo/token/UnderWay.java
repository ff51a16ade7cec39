package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierLogin;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.node.Ending;

/**
 * The requests for new pairs that are under way, from the intent to the stored answer. A node that
 * stops waits for them: an answer that nobody reads is a log-in that somebody has to go to the
 * carrier for.
 */
@ApplicationScoped
class UnderWay implements Ending {
  private static final Logger LOG = System.getLogger(UnderWay.class.getName());

  /** For what comes before and after the call to the carrier. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  @Inject @Any Instance<CarrierLogin> logins;
  private int requests;
  private boolean over;

  /** Whether none may begin any more. */
  synchronized boolean isOver() {
    return over;
  }

  /** False when none may begin any more; else it has to be told of the end. */
  synchronized boolean begins() {
    requests += over ? 0 : 1;
    return !over;
  }

  synchronized void ends() {
    requests--;
    notifyAll();
  }

  @Override
  public String name() {
    return "the end of renewals under way";
  }

  @Override
  public void bringHome() {
    Duration most =
        logins.stream()
            .map(CarrierLogin::longestCall)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO)
            .plus(MARGIN);
    try {
      int left = leftAfter(most);
      if (left > 0) {
        LOG.log(Level.ERROR, "{0} renewals did not end within {1}", left, most);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized int leftAfter(Duration most) throws InterruptedException {
    over = true;
    long end = System.nanoTime() + most.toNanos();
    for (long left = most.toNanos(); requests > 0 && left > 0; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return requests;
  }

  static Outcome stopping() {
    return new Outcome.Unavailable(
        new Unavailable(new CarrierMessage("", "The server stops.")), false);
  }
}
