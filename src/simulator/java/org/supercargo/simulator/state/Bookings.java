package org.supercargo.simulator.state;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** UPS's books: every shipment that was made, what was voided, and how each fares. */
public final class Bookings {
  private final Calendar calendar;
  private final Journal journal;
  private final Map<String, Booking> byTracking = new LinkedHashMap<>();
  private final Map<String, Set<Booking>> byReference = new HashMap<>();
  private final Map<String, Long> voided = new HashMap<>();
  private final Map<String, Fate> fates = new HashMap<>();

  /** Anywhere but at a number that an earlier run of this program began with. */
  private long serial = new SecureRandom().nextInt(10_000_000);

  Bookings(Calendar calendar, Journal journal) {
    this.calendar = calendar;
    this.journal = journal;
    journal.read().forEach(this::take);
  }

  public synchronized Booking book(Draft draft) {
    List<String> numbers =
        IntStream.range(0, draft.packages()).mapToObj(i -> unusedNumber(draft)).toList();
    Booking booking =
        new Booking(
            draft.user(),
            draft.shipperNumber(),
            draft.references(),
            numbers,
            calendar.instant().toEpochMilli(),
            draft.request());
    note(Entry.of(booking));
    return booking;
  }

  private String unusedNumber(Draft draft) {
    String number;
    do {
      number = TrackingNumber.of(draft.shipperNumber(), draft.serviceMark(), serial++);
    } while (byTracking.containsKey(number));
    return number;
  }

  /** By the number of the shipment or of any of its packages. */
  public synchronized Optional<Booking> find(String trackingNumber) {
    return Optional.ofNullable(byTracking.get(trackingNumber));
  }

  /** Oldest first. */
  public synchronized List<Booking> withReference(String value) {
    return new ArrayList<>(byReference.getOrDefault(value, Set.of()));
  }

  public synchronized List<Booking> all() {
    return byTracking.values().stream().distinct().toList();
  }

  public synchronized void voidPackages(Collection<String> trackingNumbers) {
    List<String> fresh =
        trackingNumbers.stream().filter(number -> !voided.containsKey(number)).toList();
    if (!fresh.isEmpty()) {
      note(Entry.ofVoid(fresh, calendar.instant().toEpochMilli()));
    }
  }

  /** Epoch milliseconds. */
  public synchronized Optional<Long> voidedAt(String trackingNumber) {
    return Optional.ofNullable(voided.get(trackingNumber));
  }

  public synchronized boolean isVoided(Booking booking) {
    return voided.keySet().containsAll(booking.trackingNumbers());
  }

  public synchronized Fate fate(Booking booking) {
    return fates.getOrDefault(booking.shipmentNumber(), Fate.DELIVERED);
  }

  public synchronized void steer(Booking booking, Fate fate) {
    note(Entry.ofFate(booking.shipmentNumber(), fate));
  }

  /** The serial runs on: numbers stay unique for those who remember them. */
  synchronized void clear() {
    byTracking.clear();
    byReference.clear();
    voided.clear();
    fates.clear();
    journal.clear();
  }

  /** First to the disk: what is told to a client must survive the end of this process. */
  private void note(Entry entry) {
    journal.append(entry);
    take(entry);
  }

  private void take(Entry entry) {
    entry.booked().ifPresent(this::index);
    entry.voided().forEach(number -> voided.putIfAbsent(number, entry.at()));
    entry.fated().ifPresent(fate -> fates.put(entry.shipment(), fate));
  }

  private void index(Booking booking) {
    booking.trackingNumbers().forEach(number -> byTracking.put(number, booking));
    booking
        .references()
        .forEach(
            value -> byReference.computeIfAbsent(value, key -> new LinkedHashSet<>()).add(booking));
  }
}
