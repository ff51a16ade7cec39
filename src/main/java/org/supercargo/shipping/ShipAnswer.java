package org.supercargo.shipping;

import java.util.List;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.OrderProblem;

/** What came of wanting a shipment. */
public sealed interface ShipAnswer {
  /** It is made, now or when the same key was sent before; see its state. */
  record Made(ShipmentView shipment) implements ShipAnswer {}

  /**
   * Nobody knows yet: it is being made, or its answer was lost and is being found out. Look at the
   * shipment again later; do not ship the goods with another key. See its state: one that can't be
   * found out any more is among them.
   */
  record Pending(ShipmentView shipment) implements ShipAnswer {}

  /** The carrier said no, see what it said; a corrected order needs a new key. */
  record Refused(ShipmentView shipment) implements ShipAnswer {}

  /** It was found out that it was not made. Shipping the goods needs a new key. */
  record NotCreated(ShipmentView shipment) implements ShipAnswer {}

  /**
   * The carrier was not asked, for a reason that may pass: it can't be reached, limits calls, or
   * the account has to be connected again. The same key may be sent again.
   */
  record NotSent(ShipmentView shipment, CarrierException why) implements ShipAnswer {}

  /**
   * Another order just like this one, on the same account, is unknown and may have been made:
   * nothing was done, so that nobody ships the same goods twice by hand. The same key may be sent
   * again as soon as that one is known.
   */
  record Held(ShipmentView unknown) implements ShipAnswer {}

  /** The order can't be right. Nothing was written down; the key is free. */
  record Wrong(List<OrderProblem> problems) implements ShipAnswer {
    public Wrong {
      problems = List.copyOf(problems);
    }
  }

  /** The key was used for another order: nothing was done. */
  record KeyTaken(long shipment) implements ShipAnswer {}
}
