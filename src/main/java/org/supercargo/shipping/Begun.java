package org.supercargo.shipping;

import java.time.Instant;
import org.supercargo.carrier.ShipmentOrder;

/** What a wish for a shipment met in the database. */
sealed interface Begun {
  /**
   * It is written down, and this caller has to ask the carrier.
   *
   * @param order as it is to be sent, with our reference
   * @param until when this node has to have given a sign of life
   */
  record Mine(long shipment, ShipmentOrder order, ShipmentView view, Instant until)
      implements Begun {}

  /** The key is known, and means the same. */
  record Known(long shipment) implements Begun {}

  /** Nothing was written: an order just like it is unknown. */
  record Held(long unknown) implements Begun {}

  /** The key is known, and means something else. */
  record Taken(long shipment) implements Begun {}
}
