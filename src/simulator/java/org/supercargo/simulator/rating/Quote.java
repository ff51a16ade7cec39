package org.supercargo.simulator.rating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.supercargo.simulator.classic.Checks;
import org.supercargo.simulator.http.Fields;
import org.supercargo.simulator.tariff.Haul;
import org.supercargo.simulator.tariff.Parcel;
import org.supercargo.simulator.tariff.ParcelRefusals;
import org.supercargo.simulator.tariff.Place;

/** The checked question: what goes from where to where, on whose account. */
record Quote(
    String shipperNumber,
    Haul haul,
    Optional<String> service,
    boolean negotiatedAsked,
    Optional<LocalDate> pickup,
    String billType) {

  private static final int MOST_PACKAGES = 200;
  private static final Set<String> RETURNS =
      Set.of("3", "5", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20");

  static Quote of(Fields shipment) {
    Fields shipper = party(shipment, "Shipper", "110004");
    Place home = address(shipper, "Shipper", "110006", true);
    Fields shipTo = party(shipment, "ShipTo", "110010");
    Place to = address(shipTo, "ShipTo", "110208", true);
    Fields shipFrom = shipment.at("ShipFrom");
    Place from = shipFrom.isPresent() ? address(shipFrom, "ShipFrom", "110308", false) : home;
    Fields delivery = shipment.at("DeliveryTimeInformation");
    return new Quote(
        shipper.text("ShipperNumber").orElse(""),
        haul(shipment, from, to),
        shipment.at("Service").text("Code"),
        shipment.at("ShipmentRatingOptions").at("NegotiatedRatesIndicator").isPresent(),
        delivery.at("Pickup").text("Date").map(date -> Checks.date(date, "Pickup/Date")),
        billType(delivery));
  }

  private static Haul haul(Fields shipment, Place from, Place to) {
    Fields options = shipment.at("ShipmentServiceOptions");
    return new Haul(
        from,
        to,
        parcels(shipment),
        options.at("SaturdayDeliveryIndicator").isPresent(),
        options.at("DeliveryConfirmation").isPresent(),
        returnService(options));
  }

  /** Rating knows them all but 2, Print and Mail, which only Shipping has. */
  private static Optional<String> returnService(Fields options) {
    Fields service = options.at("ReturnService");
    Checks.hold(
        !service.isPresent() || service.text("Code").filter(RETURNS::contains).isPresent(),
        Checks.INVALID,
        "Invalid ShipmentServiceOptions/ReturnService/Code");
    return service.text("Code");
  }

  private static String billType(Fields delivery) {
    String type = delivery.text("PackageBillType").orElse("03");
    Checks.hold(
        List.of("02", "03", "04", "07").contains(type),
        Checks.INVALID,
        "Invalid DeliveryTimeInformation/PackageBillType");
    return type;
  }

  private static Fields party(Fields shipment, String name, String missing) {
    Fields party = shipment.at(name);
    Checks.hold(party.isPresent(), missing, "Missing " + name);
    Checks.atMost(party, "Name", 35, missing);
    return party;
  }

  /** ShipFrom may leave its address lines out, the other two may not. */
  private static Place address(Fields party, String name, String code, boolean linesRequired) {
    Fields address = party.at("Address");
    List<Fields> lines = address.list("AddressLine");
    boolean linesFit =
        lines.size() <= 3
            && lines.stream()
                .allMatch(
                    line -> line.node().isTextual() && line.node().textValue().length() <= 35);
    Checks.hold(
        address.isPresent() && linesFit && !(linesRequired && lines.isEmpty()),
        code,
        "Missing or invalid %s/Address/AddressLine".formatted(name));
    Checks.require(
        address.text("CountryCode").filter(country -> country.matches("[A-Z]{2}")),
        code,
        "Missing or invalid %s/Address/CountryCode".formatted(name));
    Checks.atMost(address, "City", 30, code);
    Checks.atMost(address, "PostalCode", 9, code);
    Place place = Place.of(address);
    Checks.hold(
        !place.contradictsItself(),
        "111285",
        "The postal code %s is invalid for %s %s."
            .formatted(place.postalCode(), place.state(), place.country()));
    return place;
  }

  private static List<Parcel> parcels(Fields shipment) {
    List<Fields> given = shipment.list("Package");
    Checks.hold(!given.isEmpty(), "110002", "No packages in shipment");
    Checks.hold(
        given.size() <= MOST_PACKAGES, "110003", "Maximum number of packages exceeded (200)");
    List<Parcel> parcels = new ArrayList<>();
    for (Fields parcel : given) {
      parcels.add(Parcel.of(parcel, parcels.size() + 1, ParcelRefusals.RATING));
    }
    return parcels;
  }
}
