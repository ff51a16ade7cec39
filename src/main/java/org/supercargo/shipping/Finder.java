package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Recovery;
import org.supercargo.carrier.RecoveryQuestion;
import org.supercargo.carrier.RecoveryQuestion.ByNumber;
import org.supercargo.carrier.Tracking;
import org.supercargo.carrier.TrackingAnswer;
import org.supercargo.carrier.TrackingQuestion;
import org.supercargo.shipping.gate.Lane;

/**
 * Asks the carrier for what it made under one of our references: its labels first, which also tells
 * the numbers, then tracking, which knows shipments without labels too.
 */
@ApplicationScoped
class Finder {
  @Inject Calls calls;
  @Inject Sockets sockets;
  @Inject Wires wires;
  @Inject Clock clock;

  /** What the carrier knows. */
  sealed interface Found {}

  /** At least one; more when the carrier made more than was wanted. */
  record Made(List<Booking> bookings) implements Found {}

  record Voided(CarrierMessage said) implements Found {}

  record Nothing() implements Found {}

  /**
   * @throws org.supercargo.carrier.CarrierException when the carrier can't be asked
   */
  Found find(Look look) {
    return switch (recovered(look, byReference(look))) {
      case Recovery.Found found -> new Made(List.of(booking(found)));
      case Recovery.Several(List<Recovery.Candidate> candidates) ->
          each(look, candidates.stream().map(Recovery.Candidate::trackingNumber).toList());
      case Recovery.Voided(CarrierMessage said) -> new Voided(said);
      case Recovery.NotFound none -> tracked(look);
      case Recovery.NoLabel(CarrierMessage said) -> known(tracked(look), said);
    };
  }

  /** Only one of the two answers says that it was not made. */
  private static Found known(Found found, CarrierMessage noLabel) {
    if (found instanceof Nothing) {
      throw new Unavailable(noLabel);
    }
    return found;
  }

  private RecoveryQuestion byReference(Look look) {
    return new RecoveryQuestion.ByReference(
        look.reference(), look.accountNumber(), format(look.format()));
  }

  /** What the carrier can't write twice it can draw. */
  static DocumentFormat format(DocumentFormat wished) {
    return switch (wished) {
      case ZPL, EPL, SPL, PDF -> wished;
      case GIF, PNG, HTML -> DocumentFormat.GIF;
    };
  }

  /** What can't be asked for has no label. Any other no is no answer: it is asked again. */
  private Recovery recovered(Look look, RecoveryQuestion question) {
    try {
      return calls.again(
          look.account(),
          Lane.BACKGROUND,
          credentials ->
              sockets
                  .shipping(look.carrier())
                  .recover(credentials, question, wires.about(look.account(), look.shipment())));
    } catch (Rejected no) {
      if (no.problems().isEmpty()) {
        throw no;
      }
      return new Recovery.NoLabel(no.said());
    }
  }

  private Found tracked(Look look) {
    LocalDate day = LocalDate.ofInstant(look.requestedAt(), ZoneOffset.UTC);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    TrackingQuestion question =
        new TrackingQuestion.ByReference(
            look.reference(), look.accountNumber(), day.minusDays(1), today.plusDays(2));
    TrackingAnswer answer =
        calls.again(
            look.account(),
            Lane.BACKGROUND,
            credentials ->
                sockets
                    .tracking(look.carrier())
                    .track(credentials, question, wires.about(look.account(), look.shipment())));
    return switch (answer) {
      case TrackingAnswer.NotFound none -> new Nothing();
      case TrackingAnswer.Found(List<Tracking> parcels, String id) -> each(look, numbers(parcels));
    };
  }

  private static List<String> numbers(List<Tracking> parcels) {
    return parcels.stream().map(Tracking::trackingNumber).distinct().toList();
  }

  /** Shipments, each once, of some of their packages' numbers. */
  private Found each(Look look, List<String> trackingNumbers) {
    Map<String, Booking> made = new LinkedHashMap<>();
    Set<String> covered = new LinkedHashSet<>();
    CarrierMessage voided = null;
    for (String number : trackingNumbers) {
      if (covered.contains(number)) {
        continue;
      }
      switch (recovered(look, new ByNumber(number, format(look.format())))) {
        case Recovery.Found found -> {
          Booking booking = booking(found);
          made.putIfAbsent(booking.shipmentNumber(), booking);
          booking.parcels().forEach(parcel -> covered.add(parcel.trackingNumber()));
        }
        case Recovery.Voided(CarrierMessage said) -> voided = said;
        case Recovery.NotFound none -> made.putIfAbsent(number, bare(number));
        case Recovery.NoLabel none -> made.putIfAbsent(number, bare(number));
        case Recovery.Several several -> made.putIfAbsent(number, bare(number));
      }
    }
    if (made.isEmpty()) {
      return voided == null ? new Nothing() : new Voided(voided);
    }
    return new Made(List.copyOf(made.values()));
  }

  private static Booking booking(Recovery.Found found) {
    return booking(
        found.shipmentNumber(), found.parcels(), found.documents(), found.transactionId());
  }

  /** The carrier knows it, but has no label of it. */
  private static Booking bare(String number) {
    return booking(number, List.of(new Booking.Labelled(number, null, List.of())), List.of(), "");
  }

  private static Booking booking(
      String number,
      List<Booking.Labelled> parcels,
      List<org.supercargo.carrier.Document> documents,
      String transactionId) {
    return new Booking(
        number, parcels, null, null, null, documents, null, List.of(), transactionId);
  }
}
