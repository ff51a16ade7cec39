package org.supercargo.simulator.shipping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.supercargo.simulator.http.Json;
import org.supercargo.simulator.label.Pdf;
import org.supercargo.simulator.label.Printed;
import org.supercargo.simulator.order.Invoice;
import org.supercargo.simulator.order.Order;
import org.supercargo.simulator.state.Booking;

/** The commercial invoice that UPS makes of the data it was given. */
final class Forms {
  private Forms() {}

  static Map<String, Object> asJson(Order order, Booking booking, Invoice invoice) {
    return Json.object(
        "Code", "01",
        "Description", "All Requested International Forms",
        "Image", image(order, booking, invoice));
  }

  static Map<String, Object> image(Order order, Booking booking, Invoice invoice) {
    return Json.object(
        "ImageFormat",
        Json.object("Code", "PDF", "Description", "PDF"),
        "GraphicImage",
        Printed.encoded(Pdf.of(lines(order, booking, invoice))));
  }

  private static List<String> lines(Order order, Booking booking, Invoice invoice) {
    List<String> lines = new ArrayList<>();
    lines.add("Commercial Invoice (UPS simulator, not for customs)");
    lines.add("Shipment " + booking.shipmentNumber() + "   Invoice " + invoice.number());
    lines.add("Date " + invoice.date() + "   Reason " + invoice.reason());
    lines.add("Terms of sale " + invoice.terms());
    lines.add("FROM: " + String.join(", ", order.shipFrom().onLabel()));
    lines.add("TO: " + String.join(", ", order.shipTo().onLabel()));
    BigDecimal total = BigDecimal.ZERO;
    for (Invoice.Line line : invoice.lines()) {
      lines.add(
          "%s %s  %s  HS %s  origin %s  at %s  =  %s"
              .formatted(
                  line.quantity().toPlainString(),
                  line.unit(),
                  line.description(),
                  line.commodityCode(),
                  line.origin(),
                  line.price().toPlainString(),
                  line.total().toPlainString()));
      total = total.add(line.total());
    }
    lines.add("Total " + total.toPlainString() + " " + invoice.currency());
    return lines;
  }
}
