package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.Booking;
import org.supercargo.node.Round;

/**
 * Stores what the carrier made. While the database is away it is kept in memory and tried every
 * second; should the node die meanwhile, the carrier is asked for it by its reference.
 */
@ApplicationScoped
class Storing implements Round {
  private static final Logger LOG = System.getLogger(Storing.class.getName());

  @Inject OrderSteps steps;
  private final Map<Long, Unstored> unstored = new ConcurrentHashMap<>();

  private record Unstored(Booking booking, Duration voidPeriod, Actor who) {}

  void keep(long shipment, Booking booking, Duration voidPeriod, Actor who) {
    try {
      steps.booked(shipment, booking, voidPeriod, who);
    } catch (RuntimeException databaseAway) {
      LOG.log(
          Level.WARNING,
          "shipment {0}, {1}, is not stored yet: {2}",
          Long.toString(shipment),
          booking.shipmentNumber(),
          databaseAway.getClass().getName());
      unstored.put(shipment, new Unstored(booking, voidPeriod, who));
    }
  }

  @Override
  public String name() {
    return "the storing of shipments";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(1);
  }

  /** One that can't be stored must not keep the others from it. */
  @Override
  public void go() {
    List<String> left = new ArrayList<>();
    unstored.forEach(
        (shipment, it) -> {
          try {
            steps.booked(shipment, it.booking(), it.voidPeriod(), it.who());
            unstored.remove(shipment);
          } catch (RuntimeException failed) {
            left.add(shipment + ": " + failed.getClass().getName());
          }
        });
    if (!left.isEmpty()) {
      String first = left.getFirst();
      LOG.log(Level.WARNING, "{0} shipments are not stored yet, such as {1}", left.size(), first);
    }
  }
}
