package org.supercargo.simulator.shipping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supercargo.simulator.classic.Question;
import org.supercargo.simulator.http.Json;
import org.supercargo.simulator.label.Format;
import org.supercargo.simulator.label.Printed;
import org.supercargo.simulator.order.Order;
import org.supercargo.simulator.order.Orders;
import org.supercargo.simulator.state.Booking;

/** Labels once more, or the shipments to choose from. Links when their origin is there. */
record RecoveryAnswer(Question question, Format format, Optional<String> links, String version) {

  Map<String, Object> of(Booking booking, List<String> trackingNumbers) {
    Order order = Orders.of(booking);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Response", question.success());
    json.put("ShipmentIdentificationNumber", booking.shipmentNumber());
    json.put(
        "LabelResults",
        repeatable(
            trackingNumbers.stream().map(number -> result(order, booking, number)).toList()));
    if (!version.equals("v1")) {
      order
          .invoice()
          .ifPresent(
              invoice ->
                  json.put("Form", Json.object("Image", Forms.image(order, booking, invoice))));
    }
    return json;
  }

  Map<String, Object> candidates(List<Booking> bookings) {
    return Json.object(
        "Response",
        question.success(),
        "TrackingCandidate",
        repeatable(bookings.stream().map(RecoveryAnswer::candidate).toList()));
  }

  /** Only the newest version keeps a list of one. */
  private Object repeatable(List<?> elements) {
    return elements.size() == 1 && !version.equals("v2603") ? elements.get(0) : elements;
  }

  private Object result(Order order, Booking booking, String number) {
    int index = booking.trackingNumbers().indexOf(number);
    Map<String, Object> image =
        Json.object(
            "LabelImageFormat",
            Json.object("Code", format.name()),
            "GraphicImage",
            Printed.encoded(Labels.bytes(order, booking, index, format)),
            "HTMLImage",
            format == Format.GIF ? Labels.page(booking, index) : null,
            "URL",
            links.map(origin -> LabelPage.address(origin, booking)).orElse(null));
    return Json.object("TrackingNumber", number, "LabelImage", image);
  }

  private static Object candidate(Booking booking) {
    var to = Orders.of(booking).shipTo().place();
    return Json.object(
        "TrackingNumber", booking.shipmentNumber(),
        "DestinationPostalCode", to.postalCode(),
        "DestinationCountryCode", to.country());
  }
}
