package org.supercargo.simulator.shipping;

import java.time.Duration;
import java.time.Instant;
import org.supercargo.simulator.order.Handover;
import org.supercargo.simulator.order.Orders;
import org.supercargo.simulator.state.Booking;
import org.supercargo.simulator.state.Fate;
import org.supercargo.simulator.state.World;

/** Until when a shipment can be taken back. */
record VoidWindow(World world) {
  private static final Duration PERIOD = Duration.ofDays(28);

  boolean isOpen(Booking booking) {
    Instant now = world.calendar().instant();
    boolean young = now.isBefore(Instant.ofEpochMilli(booking.bookedAt()).plus(PERIOD));
    boolean unseen = world.bookings().fate(booking) == Fate.UNSEEN;
    return young && (unseen || now.isBefore(Handover.of(booking, Orders.of(booking).shipFrom())));
  }
}
