package org.supercargo.shipping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.Document;
import org.supercargo.carrier.Recovery;

/** What a search by numbers brought: each shipment once, with all that was told of its packages. */
final class Finds {
  private final Map<String, Booking> labelled = new LinkedHashMap<>();
  private final List<String> bare = new ArrayList<>();

  void add(Recovery.Found found) {
    labelled.merge(found.shipmentNumber(), booking(found), Finds::both);
  }

  /** The carrier knows it, but gives no label of it. */
  void addBare(String number) {
    bare.add(number);
  }

  /** Whether the label of that package was brought already. */
  boolean covers(String number) {
    return labelled.values().stream().anyMatch(it -> it.holds(number));
  }

  /** Whether nothing tells which of several numbers without labels belong together. */
  boolean isTangled(int ordered) {
    return labelled.isEmpty() && ordered > 1 && bare.size() > ordered;
  }

  /** Each number without a label a shipment of its own. */
  List<Booking> apart() {
    return Stream.concat(
            labelled.values().stream(), bare.stream().map(number -> bare(List.of(number))))
        .toList();
  }

  /**
   * As {@link #apart}, unless no more packages were found than one shipment has: a carrier without
   * labels of it names its packages one by one.
   *
   * @param ordered how many packages it has
   */
  List<Booking> together(int ordered) {
    int found = bare.size() + labelled.values().stream().mapToInt(it -> it.parcels().size()).sum();
    if (bare.isEmpty() || found > ordered || labelled.size() > 1) {
      return apart();
    }
    Booking packages = bare(bare);
    return List.of(
        labelled.values().stream().findFirst().map(it -> both(it, packages)).orElse(packages));
  }

  static Booking booking(Recovery.Found found) {
    return booking(
        found.shipmentNumber(), found.parcels(), found.documents(), found.transactionId());
  }

  private static Booking bare(List<String> numbers) {
    return booking(
        numbers.getFirst(),
        numbers.stream().map(it -> new Booking.Labelled(it, null, List.of())).toList(),
        List.of(),
        "");
  }

  /** One package's number brings its label only: what brought more packages tells their order. */
  private static Booking both(Booking one, Booking other) {
    boolean isMore = one.parcels().size() >= other.parcels().size();
    Booking whole = isMore ? one : other;
    Booking part = isMore ? other : one;
    Map<String, Booking.Labelled> parcels = new LinkedHashMap<>();
    Stream.of(whole, part)
        .flatMap(it -> it.parcels().stream())
        .forEach(it -> parcels.merge(it.trackingNumber(), it, Finds::labelled));
    return booking(
        one.shipmentNumber(),
        List.copyOf(parcels.values()),
        whole.documents().isEmpty() ? part.documents() : whole.documents(),
        whole.transactionId());
  }

  private static Booking.Labelled labelled(Booking.Labelled one, Booking.Labelled other) {
    return one.label() == null ? other : one;
  }

  private static Booking booking(
      String number, List<Booking.Labelled> parcels, List<Document> documents, String id) {
    return new Booking(number, parcels, null, null, null, documents, null, List.of(), id);
  }
}
