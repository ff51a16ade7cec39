package org.supercargo.simulator.order;

import static org.supercargo.simulator.classic.Checks.hold;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.supercargo.simulator.http.Fields;

/** Who pays for what; words as on the label. */
public record Payment(String transport, Optional<String> duties) {

  static Payment of(Fields shipment, String shipperNumber) {
    List<Fields> charges = shipment.at("PaymentInformation").list("ShipmentCharge");
    hold(!charges.isEmpty(), "120400", "Missing PaymentInformation/ShipmentCharge");
    Optional<String> transport = Optional.empty();
    Optional<String> duties = Optional.empty();
    for (Fields charge : charges) {
      String payer = payer(charge, shipperNumber);
      switch (charge.text("Type").orElse("")) {
        case "01" -> transport = Optional.of(payer);
        case "02" -> duties = Optional.of(payer);
        case "03" -> {}
        default -> hold(false, "120410", "Missing or invalid ShipmentCharge/Type");
      }
    }
    hold(transport.isPresent(), "120410", "Nobody is told to pay for transportation (type 01)");
    return new Payment(transport.orElseThrow(), duties);
  }

  private static String payer(Fields charge, String shipperNumber) {
    long payers =
        Stream.of("BillShipper", "BillReceiver", "BillThirdParty", "ConsigneeBilledIndicator")
            .filter(name -> charge.at(name).isPresent())
            .count();
    hold(payers == 1, "120412", "A ShipmentCharge names exactly one payer");
    if (charge.at("BillShipper").isPresent()) {
      return shipper(charge.at("BillShipper"), shipperNumber);
    }
    if (charge.at("BillReceiver").isPresent()) {
      return receiver(charge.at("BillReceiver"));
    }
    return charge.at("BillThirdParty").isPresent() ? third(charge.at("BillThirdParty")) : "F/C";
  }

  private static String shipper(Fields payer, String shipperNumber) {
    boolean otherwise =
        payer.at("CreditCard").isPresent() || payer.at("AlternatePaymentMethod").isPresent();
    hold(
        otherwise || payer.text("AccountNumber").filter(shipperNumber::equals).isPresent(),
        "120413",
        "BillShipper/AccountNumber must be the shipper number");
    return "P/P";
  }

  private static String receiver(Fields payer) {
    hold(isAccount(payer), "120415", "Missing or invalid BillReceiver/AccountNumber");
    hold(
        payer.at("Address").text("PostalCode").isPresent(),
        "120416",
        "Missing or invalid BillReceiver/Address/PostalCode");
    return "F/C";
  }

  private static String third(Fields payer) {
    hold(isAccount(payer), "120430", "Missing or invalid BillThirdParty/AccountNumber");
    hold(
        payer.at("Address").text("CountryCode").isPresent(),
        "120437",
        "Missing or invalid BillThirdParty/Address/CountryCode");
    return "3RD PARTY";
  }

  private static boolean isAccount(Fields payer) {
    return payer.text("AccountNumber").filter(text -> text.matches("[0-9A-Z]{6}")).isPresent();
  }
}
