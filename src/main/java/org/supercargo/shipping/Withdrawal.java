package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.CarrierShipping;
import org.supercargo.carrier.VoidAnswer;
import org.supercargo.carrier.VoidOrder;
import org.supercargo.carrier.Voiding;
import org.supercargo.shipping.gate.Lane;

/**
 * Takes shipments back. The wish is written first; an answer that is lost is asked for again, which
 * is harmless, since the carrier says of what is taken back that it is.
 */
@ApplicationScoped
class Withdrawal {
  private static final Duration MARGIN = Duration.ofSeconds(60);

  @Inject VoidSteps steps;
  @Inject Shipments shipments;
  @Inject Calls calls;
  @Inject Sockets sockets;
  @Inject Wires wires;

  VoidReply takeBack(long id, Set<String> numbers, Actor who) {
    ShipmentRow row = shipments.find(id).orElseThrow().row();
    CarrierShipping socket = sockets.shipping(row.carrier());
    Duration within = socket.longestCall().multipliedBy(2).plus(MARGIN);
    Optional<VoidOrder> order = steps.request(id, numbers, within);
    Optional<CarrierException> later = order.flatMap(it -> ask(row.account(), id, it, who));
    ShipmentView now = shipments.view(id).orElseThrow();
    return later.isPresent() || now.state() == ShipmentState.VOID_REQUESTED
        ? new VoidReply.Pending(now)
        : reply(now, numbers, order.isPresent());
  }

  private static VoidReply reply(ShipmentView now, Set<String> numbers, boolean asked) {
    List<ShipmentView.Piece> wanted =
        now.packages().stream()
            .filter(it -> numbers.isEmpty() || numbers.contains(it.trackingNumber()))
            .toList();
    boolean gone =
        !wanted.isEmpty() && wanted.stream().allMatch(it -> it.state() == PieceState.VOIDED);
    if (gone) {
      return new VoidReply.Voided(now);
    }
    CarrierMessage said = now.said();
    return asked && said != null
        ? new VoidReply.Refused(now, said)
        : new VoidReply.NotVoidable(now);
  }

  /** Asks once more about a voiding that nobody has heard the end of. */
  void again(Look look) {
    steps
        .pending(look.shipment())
        .ifPresent(order -> ask(look.account(), look.shipment(), order, LookSteps.FINDER));
  }

  /** Empty when the carrier gave its word. */
  private Optional<CarrierException> ask(long account, long id, VoidOrder order, Actor who) {
    CarrierShipping socket = sockets.shipping(shipments.find(id).orElseThrow().carrier());
    try {
      Voiding voiding =
          calls.once(
              account,
              Lane.LABEL,
              credentials -> socket.voidShipment(credentials, order, wires.about(account, id)));
      steps.answered(id, order, voiding, who);
      return Optional.empty();
    } catch (Rejected no) {
      Voiding refused = new Voiding(new VoidAnswer.Refused(no.said()), Map.of(), "");
      steps.answered(id, order, refused, who);
      return Optional.empty();
    } catch (CarrierException later) {
      steps.later(id);
      return Optional.of(later);
    }
  }
}
