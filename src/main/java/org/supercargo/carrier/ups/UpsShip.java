package org.supercargo.carrier.ups;

import java.util.List;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.carrier.WireLog;

/**
 * Makes a shipment, by one call. UPS has no idempotency key: whatever is neither a booking nor a
 * clear refusal is a lost answer.
 */
record UpsShip(UpsWire wire) {
  private static final String PATH = "/api/shipments/v2409/ship";

  Booking ship(Credentials credentials, ShipmentOrder order, WireLog log) {
    List<OrderProblem> problems = UpsOrderCheck.problems(order);
    if (!problems.isEmpty()) {
      throw Rejected.notSent(problems);
    }
    UpsCall call = UpsCall.post(UpsOperation.SHIP, PATH, UpsOrder.body(order));
    UpsAnswer answer = wire.send(call, credentials, log);
    if (UpsErrors.isMalformedOrder(answer)) {
      throw UpsErrors.malformedOrder();
    }
    if (!answer.isSuccess()) {
      throw UpsErrors.api(answer, UpsOperation.SHIP);
    }
    return UpsBooking.read(answer, call.transactionId());
  }
}
