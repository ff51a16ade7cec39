package org.supercargo.simulator.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.supercargo.simulator.order.Handover;
import org.supercargo.simulator.order.Order;
import org.supercargo.simulator.state.Booking;
import org.supercargo.simulator.state.Fate;
import org.supercargo.simulator.tariff.Place;
import org.supercargo.simulator.tariff.Tariff;
import org.supercargo.simulator.tariff.TimeZones;
import org.supercargo.simulator.tariff.Transit;

/**
 * The whole way of a shipment as planned, from the label to the door, and what fate makes of it.
 */
final class Journey {
  private static final LocalTime AT_THE_DOOR = LocalTime.of(14, 20);

  private final Order order;
  private final Fate fate;
  private final Instant booked;
  private final Instant handover;
  private final Place from;
  private final Place to;
  private final int days;
  private final List<Scan> scans = new ArrayList<>();

  Journey(Order order, Booking booking, Fate fate) {
    this.order = order;
    this.fate = fate;
    this.booked = Instant.ofEpochMilli(booking.bookedAt());
    this.handover = Handover.of(booking, order.shipFrom());
    this.from = order.shipFrom().place();
    this.to = order.shipTo().place();
    this.days = new Tariff(order.haul(), order.service()).days();
    travel();
  }

  /** Until then, oldest first; a void ends it before it began. */
  List<Scan> until(Instant now, Optional<Instant> voided) {
    List<Scan> happened = new ArrayList<>(scans);
    voided.ifPresent(
        at -> {
          happened.removeIf(scan -> scan.at().isAfter(at));
          happened.add(new Scan(Status.VOIDED, at, from));
        });
    happened.removeIf(scan -> scan.at().isAfter(now));
    happened.sort(Comparator.comparing(Scan::at));
    return happened;
  }

  LocalDate promised() {
    return new Transit(pickupDay(), days).arrival();
  }

  /** When fate has another day in mind than the promised one. */
  Optional<LocalDate> rescheduled() {
    return fate == Fate.DELAYED || fate == Fate.EXCEPTION
        ? Optional.of(new Transit(promised(), 1).arrival())
        : Optional.empty();
  }

  LocalDate pickupDay() {
    return handover.atZone(TimeZones.of(from)).toLocalDate();
  }

  private void travel() {
    scans.add(new Scan(Status.LABEL, booked, from));
    if (fate == Fate.UNSEEN) {
      return;
    }
    scans.add(new Scan(Status.PICKED_UP, handover, from));
    scans.add(new Scan(Status.ORIGIN, handover.plusSeconds(9_120), from));
    scans.add(new Scan(Status.DEPARTED, handover.plusSeconds(15_300), from));
    if (fate != Fate.LOST) {
      arrive(promised());
    }
  }

  private void arrive(LocalDate day) {
    if (order.isAcrossCustoms()) {
      scan(Status.CUSTOMS, day, LocalTime.of(2, 5));
      scan(Status.CLEARED, day, LocalTime.of(3, 40));
    }
    scan(Status.ARRIVED, day, LocalTime.of(4, 30));
    switch (fate) {
      case DELAYED -> {
        scan(Status.DELAYED, day, LocalTime.of(6, 0));
        deliver(rescheduled().orElseThrow());
      }
      case EXCEPTION -> {
        scan(Status.OUT, day, LocalTime.of(7, 10));
        scan(Status.WRONG_ADDRESS, day, LocalTime.of(11, 0));
        deliver(rescheduled().orElseThrow());
      }
      case RETURNED -> goBack(day);
      case DELIVERED, LOST, UNSEEN -> deliver(day);
    }
  }

  private void deliver(LocalDate day) {
    scan(Status.OUT, day, LocalTime.of(7, 10));
    LocalTime inTime = order.service().deliversBy().minusMinutes(25);
    scan(Status.DELIVERED, day, inTime.isBefore(AT_THE_DOOR) ? inTime : AT_THE_DOOR);
  }

  private void goBack(LocalDate day) {
    scan(Status.OUT, day, LocalTime.of(7, 10));
    scan(Status.REFUSED, day, LocalTime.of(11, 0));
    scan(Status.RETURNING, new Transit(day, 1).arrival(), LocalTime.of(9, 0));
    LocalDate home = new Transit(day, 1 + days).arrival();
    scans.add(
        new Scan(
            Status.RETURNED,
            home.atTime(AT_THE_DOOR).atZone(TimeZones.of(from)).toInstant(),
            from));
  }

  private void scan(Status status, LocalDate day, LocalTime time) {
    scans.add(new Scan(status, day.atTime(time).atZone(TimeZones.of(to)).toInstant(), to));
  }
}
