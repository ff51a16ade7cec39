package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.supercargo.alert.Alerts;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.VoidAnswer;
import org.supercargo.carrier.VoidOrder;
import org.supercargo.carrier.Voiding;

/** What taking back writes, each step in a transaction of its own. */
@ApplicationScoped
@Transactional
class VoidSteps {
  @Inject Shipments shipments;
  @Inject AuditTrail audit;
  @Inject Alerts alerts;
  @Inject Clock clock;

  /**
   * Writes down that it is wanted. Empty when there is nothing to take back.
   *
   * @param numbers of packages; empty for all
   * @param within how long this node may take to tell how it ended
   */
  Optional<VoidOrder> request(long id, Set<String> numbers, Duration within) {
    Shipment shipment = shipments.locked(id);
    List<Piece> pieces = shipments.pieces(id);
    if (!shipment.state().isVoidable() || !trackingNumbers(pieces).containsAll(numbers)) {
      return Optional.empty();
    }
    List<Piece> wanted =
        pieces.stream()
            .filter(it -> numbers.isEmpty() || numbers.contains(it.trackingNumber()))
            .filter(it -> !it.isVoided())
            .toList();
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    wanted.forEach(Piece::voidRequested);
    shipment.voidRequested(clock.instant().plus(within));
    return Optional.of(order(shipment, pieces));
  }

  /** What a shipment whose voiding is under way is to be asked once more. */
  Optional<VoidOrder> pending(long id) {
    Shipment shipment = shipments.locked(id);
    return shipment.state() == ShipmentState.VOID_REQUESTED
        ? Optional.of(order(shipment, shipments.pieces(id)))
        : Optional.empty();
  }

  /** The whole when no package is to stay, so that the carrier closes it as one. */
  private static VoidOrder order(Shipment shipment, List<Piece> pieces) {
    String number = shipment.number().orElseThrow();
    return pieces.stream().allMatch(Piece::isPending)
        ? VoidOrder.whole(number)
        : new VoidOrder(
            number, pieces.stream().filter(Piece::isPending).map(Piece::trackingNumber).toList());
  }

  void answered(long id, VoidOrder order, Voiding voiding, Actor who) {
    Shipment shipment = shipments.locked(id);
    if (shipment.state() != ShipmentState.VOID_REQUESTED) {
      return;
    }
    Instant now = clock.instant();
    List<Piece> pieces = shipments.pieces(id);
    for (Piece piece : pieces) {
      if (piece.isPending() && isAsked(order, piece)) {
        String number = piece.trackingNumber();
        piece.answered(voiding.parcels().getOrDefault(number, voiding.whole()), now);
      }
    }
    ends(shipment, pieces, voiding.whole(), who);
  }

  private static boolean isAsked(VoidOrder order, Piece piece) {
    return order.trackingNumbers().isEmpty()
        || order.trackingNumbers().contains(piece.trackingNumber());
  }

  private void ends(Shipment shipment, List<Piece> pieces, VoidAnswer whole, Actor who) {
    CarrierMessage said =
        switch (whole) {
          case VoidAnswer.Refused(CarrierMessage no) -> no;
          case VoidAnswer.AlreadyVoided(CarrierMessage before) -> before;
          case VoidAnswer.Voided voided -> null;
        };
    boolean refused = pieces.stream().anyMatch(Piece::isRefused);
    long gone = pieces.stream().filter(Piece::isVoided).count();
    ShipmentState end =
        gone == pieces.size()
            ? ShipmentState.VOIDED
            : refused ? ShipmentState.VOID_REFUSED : ShipmentState.CREATED;
    shipment.voidAnswered(end, said, clock.instant());
    if (end == ShipmentState.VOIDED) {
      alerts.foundOut(shipment.id());
    }
    String told = gone + " of " + pieces.size() + " packages";
    audit.write(
        who,
        refused ? AuditAction.VOID_REFUSED : AuditAction.SHIPMENT_VOIDED,
        refused ? Outcome.REFUSED : Outcome.DONE,
        shipment.subject(),
        shipment.accountId(),
        said == null ? told : told + ": " + said.code() + " " + said.text());
  }

  /** The carrier could not be asked, or its answer was lost: it is asked again. */
  void later(long id) {
    Shipment shipment = shipments.locked(id);
    if (shipment.state() == ShipmentState.VOID_REQUESTED) {
      shipment.postpone(clock.instant());
    }
  }

  private static Set<String> trackingNumbers(List<Piece> pieces) {
    Set<String> all = new HashSet<>();
    pieces.forEach(piece -> all.add(piece.trackingNumber()));
    return all;
  }
}
