package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Exchange;
import org.supercargo.carrier.WireLog;
import org.supercargo.node.Round;

/**
 * Gathers what went over the wire and writes it every second, in batches: nobody who ships waits
 * for it. A node that dies loses the last second; one whose database is away drops what is too
 * much.
 */
@ApplicationScoped
class Wires implements Round {
  private static final Logger LOG = System.getLogger(Wires.class.getName());
  private static final int MOST = 5_000;
  private static final int BATCH = 200;

  @Inject WireRows rows;
  @Inject Meters meters;
  private final Queue<WireEntry> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();

  /**
   * @param shipment null for what belongs to none
   */
  WireLog about(long account, @Nullable Long shipment) {
    return exchange -> keep(account, shipment, exchange);
  }

  private void keep(long account, @Nullable Long shipment, Exchange exchange) {
    meters.exchanged(exchange);
    if (size.incrementAndGet() > MOST) {
      size.decrementAndGet();
      LOG.log(Level.WARNING, "the wire log is full: {0} dropped", exchange.transactionId());
      return;
    }
    waiting.add(new WireEntry(account, shipment, exchange));
  }

  @Override
  public String name() {
    return "the wire log";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(1);
  }

  @Override
  public synchronized void go() {
    List<WireEntry> batch = new ArrayList<>();
    for (WireEntry next = waiting.peek(); next != null; next = waiting.peek()) {
      batch.clear();
      waiting.stream().limit(BATCH).forEach(batch::add);
      rows.write(batch);
      for (int i = 0; i < batch.size(); i++) {
        waiting.remove();
        size.decrementAndGet();
      }
    }
  }
}
