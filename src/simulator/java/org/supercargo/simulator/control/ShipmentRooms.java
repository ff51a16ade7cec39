package org.supercargo.simulator.control;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Json;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.state.Booking;
import org.supercargo.simulator.state.Bookings;
import org.supercargo.simulator.state.Fate;
import org.supercargo.simulator.state.World;

/** The books of shipments, in which a label that was paid twice shows; and the parcels' fates. */
final class ShipmentRooms {
  private final Bookings bookings;

  ShipmentRooms(World world) {
    this.bookings = world.bookings();
  }

  Map<String, Room> rooms() {
    return Map.of("GET /control/shipments", this::books, "POST /control/shipments", this::steer);
  }

  private Answer books(Request request) {
    Optional<String> reference = request.query().value("reference");
    List<Booking> booked = reference.map(bookings::withReference).orElseGet(bookings::all);
    return Answer.json(
        200,
        Json.object(
            "count", booked.size(),
            "voided", booked.stream().filter(bookings::isVoided).count(),
            "duplicates", duplicates(booked),
            "shipments", booked.stream().map(this::told).toList()));
  }

  /** How many live shipments bear a reference, of those that more than one bears. */
  private Map<String, Long> duplicates(List<Booking> booked) {
    Map<String, Long> counts =
        booked.stream()
            .filter(booking -> !bookings.isVoided(booking))
            .flatMap(booking -> booking.references().stream())
            .collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
    counts.values().removeIf(count -> count < 2);
    return counts;
  }

  private Map<String, Object> told(Booking booking) {
    return Json.object(
        "shipment", booking.shipmentNumber(),
        "bookedAt", Instant.ofEpochMilli(booking.bookedAt()).toString(),
        "user", booking.user(),
        "shipperNumber", booking.shipperNumber(),
        "references", booking.references(),
        "voided", bookings.isVoided(booking),
        "fate", word(bookings.fate(booking)),
        "packages", booking.trackingNumbers().stream().map(this::told).toList());
  }

  private Map<String, Object> told(String trackingNumber) {
    return Json.object(
        "trackingNumber",
        trackingNumber,
        "voidedAt",
        bookings
            .voidedAt(trackingNumber)
            .map(at -> Instant.ofEpochMilli(at).toString())
            .orElse(null));
  }

  private record FateInput(String shipment, String fate) {}

  private Answer steer(Request request) {
    FateInput input = Input.one(request, FateInput.class);
    String number = Input.require(input.shipment(), "shipment");
    Booking booking =
        bookings.find(number).orElseThrow(() -> ControlProblem.bad("unknown shipment " + number));
    bookings.steer(booking, fate(Input.require(input.fate(), "fate")));
    return Answer.json(200, told(booking));
  }

  private static Fate fate(String text) {
    return Arrays.stream(Fate.values())
        .filter(fate -> word(fate).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                ControlProblem.bad(
                    "unknown fate "
                        + text
                        + "; known: "
                        + Arrays.stream(Fate.values())
                            .map(ShipmentRooms::word)
                            .collect(Collectors.joining(", "))));
  }

  private static String word(Fate fate) {
    return fate.name().toLowerCase(Locale.ROOT);
  }
}
