package org.supercargo.simulator.shipping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.supercargo.simulator.classic.Question;
import org.supercargo.simulator.classic.Version;
import org.supercargo.simulator.http.Json;
import org.supercargo.simulator.label.Format;
import org.supercargo.simulator.order.Order;
import org.supercargo.simulator.order.Piece;
import org.supercargo.simulator.state.Booking;
import org.supercargo.simulator.tariff.Charges;
import org.supercargo.simulator.tariff.Parcel;
import org.supercargo.simulator.tariff.Tariff;

/** What UPS tells of a shipment that was made. */
record ShipAnswer(
    Question question,
    Order order,
    Booking booking,
    Format format,
    Version version,
    boolean accountNegotiated,
    String origin) {

  private static final int HIGH_VALUE = 999;

  Map<String, Object> asJson() {
    return Json.object(
        "Response", question.success(version, alerts()), "ShipmentResults", results());
  }

  private Map<String, Object> results() {
    Tariff tariff = new Tariff(order.haul(), order.service());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("ShipmentCharges", charges(tariff.published()));
    if (isNegotiated()) {
      json.put("NegotiatedRateCharges", negotiated(tariff.negotiated()));
    }
    json.put("BillingWeight", order.haul().billingWeight());
    json.put("ShipmentIdentificationNumber", booking.shipmentNumber());
    json.put(
        "PackageResults",
        version.repeatable(
            IntStream.range(0, order.pieces().size())
                .mapToObj(index -> packageResult(tariff, index))
                .toList()));
    if (order.pieces().stream().anyMatch(ShipAnswer::isHighValue)) {
      json.put("ControlLogReceipt", version.repeatableSince("v2409", List.of(controlLogReceipt())));
    }
    order.invoice().ifPresent(invoice -> json.put("Form", Forms.asJson(order, booking, invoice)));
    if (order.mailsLabels()) {
      json.put("LabelURL", LabelPage.address(origin, booking));
    }
    return json;
  }

  private Map<String, Object> charges(Charges charges) {
    Map<String, Object> json = charges.asJson();
    json.put("ItemizedCharges", version.repeatable(charges.itemized()));
    return json;
  }

  private Map<String, Object> negotiated(Charges charges) {
    return Json.object(
        "ItemizedCharges", version.repeatable(charges.itemized()),
        "TotalCharge", charges.total().asJson());
  }

  private boolean isNegotiated() {
    return order.negotiatedAsked()
        && accountNegotiated
        && order.haul().from().hasStateIfNeeded()
        && order.payment().transport().equals("P/P");
  }

  private List<Object> alerts() {
    List<Object> alerts = new ArrayList<>();
    if (order.negotiatedAsked() && !isNegotiated()) {
      alerts.add(
          Json.object(
              "Code",
              "120900",
              "Description",
              "User Id and Shipper Number combination is not qualified to receive negotiated"
                  + " rates"));
    }
    return alerts;
  }

  private Object packageResult(Tariff tariff, int index) {
    Parcel parcel = order.haul().parcels().get(index);
    Charges charges = tariff.publishedOf(parcel);
    return Json.object(
        "TrackingNumber",
        booking.trackingNumbers().get(index),
        "BaseServiceCharge",
        charges.base().asJson(),
        "ServiceOptionsCharges",
        charges.options().asJson(),
        "ShippingLabel",
        order.givesLabels() ? Labels.asJson(order, booking, index, format) : null,
        "ItemizedCharges",
        version.repeatable(charges.itemized()));
  }

  private static boolean isHighValue(Piece piece) {
    return piece.parcel().declaredValue().intValue() > HIGH_VALUE;
  }

  private Object controlLogReceipt() {
    String page =
        "<html><body><h1>UPS Control Log</h1><p>"
            + String.join("<br>", booking.trackingNumbers())
            + "</p></body></html>";
    return Json.object(
        "ImageFormat",
        Json.object("Code", "HTML", "Description", "HTML"),
        "GraphicImage",
        Base64.getEncoder().encodeToString(page.getBytes(StandardCharsets.UTF_8)));
  }
}
