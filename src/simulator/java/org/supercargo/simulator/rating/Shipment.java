package org.supercargo.simulator.rating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.supercargo.simulator.http.Fields;
import org.supercargo.simulator.http.UpsProblem;

/** The checked question: what goes from where to where, on whose account. */
record Shipment(
    String shipperNumber,
    Place from,
    Place to,
    Optional<String> service,
    List<Parcel> parcels,
    boolean negotiatedAsked,
    Optional<LocalDate> pickup) {

  private static final int MOST_PACKAGES = 200;

  static Shipment of(Fields shipment) {
    Fields shipper = Checks.party(shipment, "Shipper", "110004");
    Place home = Checks.address(shipper, "Shipper", "110006", true);
    Fields shipTo = Checks.party(shipment, "ShipTo", "110010");
    Place to = Checks.address(shipTo, "ShipTo", "110208", true);
    Fields shipFrom = shipment.at("ShipFrom");
    Place from =
        shipFrom.isPresent() ? Checks.address(shipFrom, "ShipFrom", "110308", false) : home;
    Fields delivery = shipment.at("DeliveryTimeInformation");
    return new Shipment(
        shipper.text("ShipperNumber").orElse(""),
        from,
        to,
        shipment.at("Service").text("Code"),
        parcels(shipment),
        shipment.at("ShipmentRatingOptions").at("NegotiatedRatesIndicator").isPresent(),
        delivery.at("Pickup").text("Date").map(Checks::date));
  }

  private static List<Parcel> parcels(Fields shipment) {
    List<Fields> given = shipment.list("Package");
    if (given.isEmpty()) {
      throw UpsProblem.badRequest("110002", "No packages in shipment");
    }
    if (given.size() > MOST_PACKAGES) {
      throw UpsProblem.badRequest("110003", "Maximum number of packages exceeded (200)");
    }
    List<Parcel> parcels = new ArrayList<>();
    for (Fields parcel : given) {
      parcels.add(Parcel.of(parcel, parcels.size() + 1));
    }
    return parcels;
  }

  boolean isDomestic() {
    return from.country().equals(to.country());
  }
}
