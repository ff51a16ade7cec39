package org.supercargo.web.shipment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import org.supercargo.shipping.ShipmentRow;
import org.supercargo.shipping.ShipmentView;

/**
 * Of the shipments that somebody chose, those with a label to print here, and the others.
 *
 * @param printed the shipments' ids, in the order in which they were chosen
 */
record LabelChoice(List<Long> printed, List<LeftOut> leftOut) {
  LabelChoice {
    printed = List.copyOf(printed);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * @param name the carrier's number; our reference for one that was not made
   * @param why the key of words
   */
  record LeftOut(String name, String why) {}

  /**
   * @param known looks a shipment up by its id
   */
  static LabelChoice of(List<ShipmentRow> chosen, LongFunction<ShipmentView> known) {
    List<Long> printed = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (ShipmentRow row : chosen) {
      String why = whyNot(known.apply(row.id()));
      if (why.isEmpty()) {
        printed.add(row.id());
      } else {
        leftOut.add(new LeftOut(Objects.requireNonNullElse(row.number(), row.reference()), why));
      }
    }
    return new LabelChoice(printed, leftOut);
  }

  /** As it is now, which the list may not show yet. */
  private static String whyNot(ShipmentView shipment) {
    if (!shipment.state().isLive()) {
      return "shipments.state." + shipment.state();
    }
    if (shipment.isForgotten()) {
      return "shipments.forgotten";
    }
    return shipment.givesLabel() ? "" : "shipments.print.brought";
  }
}
