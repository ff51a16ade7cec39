package org.supercargo.carrier.ups;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Document;

/** Reads what Shipping answers to an order that was booked. */
record UpsBooking(UpsAnswer answer, UpsJson results) {

  /**
   * Never without a number.
   *
   * @throws org.supercargo.carrier.CarrierException lost, when there is none; a refusal, when UPS
   *     says so in place of a booking
   */
  static Booking read(UpsAnswer answer, String transactionId) {
    UpsJson results = answer.json().at("ShipmentResponse").at("ShipmentResults");
    return new UpsBooking(answer, results).booking(transactionId);
  }

  private Booking booking(String transactionId) {
    List<Booking.Labelled> parcels =
        results.list("PackageResults").stream().flatMap(each -> parcel(each).stream()).toList();
    String number =
        results
            .text("ShipmentIdentificationNumber")
            .or(() -> parcels.stream().map(Booking.Labelled::trackingNumber).findFirst())
            .orElseThrow(
                () ->
                    UpsErrors.unreadable(
                        answer, UpsOperation.SHIP, "UPS's answer has no shipment number."));
    if (UpsNumbers.isAbsurd(number, parcels)) {
      throw Unavailable.answerLost(new CarrierMessage("", UpsNumbers.ABSURD));
    }
    return new Booking(
        number,
        parcels,
        UpsCharges.published(results.at("ShipmentCharges")).orElse(null),
        UpsCharges.negotiated(results.at("NegotiatedRateCharges")).orElse(null),
        UpsCharges.weight(results.at("BillingWeight")),
        documents(),
        results.text("LabelURL").flatMap(UpsBooking::address).orElse(null),
        notices(),
        transactionId);
  }

  private static Optional<Booking.Labelled> parcel(UpsJson result) {
    Document label =
        UpsDocuments.picture(result.at("ShippingLabel"), "ImageFormat", "Label").orElse(null);
    List<Document> more =
        Stream.of(
                UpsDocuments.picture(result.at("ShippingReceipt"), "ImageFormat", "Receipt"),
                UpsDocuments.form(result.at("Form")))
            .flatMap(Optional::stream)
            .toList();
    return result.text("TrackingNumber").map(number -> new Booking.Labelled(number, label, more));
  }

  private List<Document> documents() {
    return Stream.concat(
            results.list("Form").stream().map(UpsDocuments::form),
            results.list("ControlLogReceipt").stream()
                .map(log -> UpsDocuments.picture(log, "ImageFormat", "High value report")))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<CarrierMessage> notices() {
    List<CarrierMessage> all = new ArrayList<>();
    UpsJson response = answer.json().at("ShipmentResponse").at("Response");
    all.addAll(UpsSaid.notices(answer, response.list("Alert"), "Code", "Description"));
    all.addAll(UpsSaid.notices(answer, results.list("Disclaimer"), "Code", "Description"));
    return all;
  }

  private static Optional<URI> address(String text) {
    try {
      URI address = URI.create(text);
      return Optional.of(address).filter(it -> String.valueOf(it.getScheme()).startsWith("http"));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
