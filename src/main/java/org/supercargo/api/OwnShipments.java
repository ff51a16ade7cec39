package org.supercargo.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.supercargo.shipping.ShipmentView;
import org.supercargo.shipping.Shipping;

/** Shipments that a request names: of the caller's accounts, or none. */
@ApplicationScoped
class OwnShipments {
  @Inject private Calling calling;
  @Inject private Shipping shipping;

  /**
   * A shipment of one of the caller's accounts.
   *
   * @throws Refusal 404 for all others, whether they are there or not
   */
  ShipmentView require(long id) {
    return own(id).orElseThrow(Refusal::notFound);
  }

  boolean isOwn(long id) {
    return own(id).isPresent();
  }

  boolean isOwn(ShipmentView shipment) {
    return calling.caller().maySee(shipment.row().account());
  }

  private Optional<ShipmentView> own(long id) {
    return shipping.view(id).filter(this::isOwn);
  }

  /**
   * One that has labels.
   *
   * @throws Refusal 404 when it is not the caller's, 409 when it was not made or was taken back, or
   *     is forgotten
   */
  ShipmentView requireLive(long id) {
    ShipmentView shipment = require(id);
    if (!shipment.state().isLive()) {
      throw Refusal.of(Kind.CONFLICT, "The shipment is " + shipment.state() + ".");
    }
    if (shipment.isForgotten()) {
      throw Refusal.of(Kind.CONFLICT, "Its addresses, and labels, are no longer kept.");
    }
    return shipment;
  }
}
