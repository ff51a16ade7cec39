package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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
      case Recovery.Found found -> new Made(List.of(Finds.booking(found)));
      case Recovery.Several(List<Recovery.Candidate> candidates) -> {
        Finds finds = new Finds();
        Optional<CarrierMessage> voided = gather(look, numbers(candidates), finds);
        yield made(finds.apart(), voided);
      }
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
      case TrackingAnswer.Found(List<Tracking> parcels, String id) -> together(look, parcels);
    };
  }

  private Found together(Look look, List<Tracking> parcels) {
    Finds finds = new Finds();
    List<String> numbers = parcels.stream().map(Tracking::trackingNumber).distinct().toList();
    Optional<CarrierMessage> voided = gather(look, numbers, finds);
    if (look.state() == ShipmentState.UNKNOWN && finds.isTangled(look.packages())) {
      String said =
          "%d packages bear the reference of an order of %d."
              .formatted(numbers.size(), look.packages());
      throw new Unavailable(new CarrierMessage("", said));
    }
    return made(finds.together(look.packages()), voided);
  }

  private static List<String> numbers(List<Recovery.Candidate> candidates) {
    return candidates.stream().map(Recovery.Candidate::trackingNumber).distinct().toList();
  }

  /**
   * Asks for each, unless another one brought it. A package's number brings its label only, its
   * shipment's brings all.
   *
   * @return what was said of one that is voided
   */
  private Optional<CarrierMessage> gather(Look look, List<String> numbers, Finds finds) {
    Optional<CarrierMessage> voided = Optional.empty();
    for (String number : numbers) {
      if (finds.covers(number)) {
        continue;
      }
      switch (byNumber(look, number)) {
        case Recovery.Found found -> {
          finds.add(found);
          if (!finds.covers(found.shipmentNumber())
              && byNumber(look, found.shipmentNumber()) instanceof Recovery.Found whole) {
            finds.add(whole);
          }
        }
        case Recovery.Voided(CarrierMessage said) -> voided = Optional.of(said);
        case Recovery.NotFound none -> finds.addBare(number);
        case Recovery.NoLabel none -> finds.addBare(number);
        case Recovery.Several several -> finds.addBare(number);
      }
    }
    return voided;
  }

  private Recovery byNumber(Look look, String number) {
    return recovered(look, new ByNumber(number, format(look.format())));
  }

  private static Found made(List<Booking> bookings, Optional<CarrierMessage> voided) {
    if (bookings.isEmpty()) {
      return voided.<Found>map(Voided::new).orElseGet(Nothing::new);
    }
    return new Made(bookings);
  }
}
