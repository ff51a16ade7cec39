package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.supercargo.node.Round;

/**
 * What this node is at: shipments that it makes, and those whose end it finds out. Every few
 * seconds it says so in their rows. When it says nothing, because it died or stands still, another
 * node takes them up.
 */
@ApplicationScoped
class Underway implements Round {
  /** For so long a node is believed to be at it without a sign. */
  static final Duration LEASE = Duration.ofSeconds(20);

  private static final Duration PAUSE = Duration.ofSeconds(4);

  @Inject LookSteps steps;
  @Inject Clock clock;
  private final Map<Long, Held> held = new ConcurrentHashMap<>();

  /**
   * @param until as it stands in the row
   * @param end by {@link System#nanoTime}; a thread that hangs must not hold it for ever
   */
  private record Held(long fence, Instant until, long end) {}

  void begins(long shipment, long fence, Instant until, Duration atMost) {
    held.put(shipment, new Held(fence, until, System.nanoTime() + atMost.toNanos()));
  }

  void ends(long shipment, long fence) {
    held.computeIfPresent(shipment, (id, it) -> it.fence == fence ? null : it);
  }

  @Override
  public String name() {
    return "the signs of life of shipments under way";
  }

  @Override
  public Duration every() {
    return PAUSE;
  }

  /** What ends soon after it began, as most do, needs no sign and costs nothing. */
  @Override
  public synchronized void go() {
    Instant young = clock.instant().plus(LEASE).minus(PAUSE);
    held.forEach(
        (shipment, it) -> {
          if (System.nanoTime() - it.end > 0) {
            held.remove(shipment, it);
          } else if (it.until.isBefore(young)) {
            prolong(shipment, it);
          }
        });
  }

  private void prolong(long shipment, Held it) {
    steps
        .prolong(shipment, it.fence, it.until, LEASE)
        .ifPresentOrElse(
            until -> held.replace(shipment, it, new Held(it.fence, until, it.end)),
            () -> held.remove(shipment, it));
  }
}
