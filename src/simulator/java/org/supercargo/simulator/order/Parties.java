package org.supercargo.simulator.order;

import static org.supercargo.simulator.classic.Checks.hold;

import org.supercargo.simulator.http.Fields;
import org.supercargo.simulator.tariff.Place;

/** The three of a shipment; where ShipFrom is left out the shipper sends it. */
record Parties(Party shipper, Party shipTo, Party shipFrom) {

  static Parties of(Fields shipment, boolean validated, boolean returned) {
    PartyReader shipperReader = PartyReader.of(shipment, "Shipper");
    PartyReader shipToReader = PartyReader.of(shipment, "ShipTo");
    Party shipper = shipperReader.read();
    Party shipTo = shipToReader.read();
    Party shipFrom =
        shipment.at("ShipFrom").isPresent() ? PartyReader.of(shipment, "ShipFrom").read() : shipper;
    Parties parties = new Parties(shipper, shipTo, shipFrom);
    parties.check(validated, returned);
    if (!parties.from().country().equals(parties.to().country())) {
      shipperReader.requireContact(shipper);
      shipToReader.requireContact(shipTo);
    }
    return parties;
  }

  Place from() {
    return shipFrom.place();
  }

  Place to() {
    return shipTo.place();
  }

  private void check(boolean validated, boolean returned) {
    hold(
        returned || from().country().equals(shipper.place().country()),
        "120317",
        "ShipFrom country must be that of the shipper");
    String words = "Address Validation Error on %s address";
    hold(isValid(validated, shipper), "120801", words.formatted("Shipper"));
    hold(isValid(validated, shipTo), "120802", words.formatted("ShipTo"));
    hold(isValid(validated, shipFrom), "120803", words.formatted("ShipFrom"));
  }

  private static boolean isValid(boolean validated, Party party) {
    return !validated || !party.place().contradictsItself();
  }
}
