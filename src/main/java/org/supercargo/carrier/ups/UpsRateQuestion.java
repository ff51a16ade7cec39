package org.supercargo.carrier.ups;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.PickupKind;
import org.supercargo.carrier.RateQuestion;
import org.supercargo.carrier.ReturnService;

/** Writes a question for Rating. */
final class UpsRateQuestion {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

  private UpsRateQuestion() {}

  static ObjectNode body(RateQuestion question) {
    ObjectNode root = UpsParts.object();
    ObjectNode rate = root.putObject("RateRequest");
    // Without it UPS itemises nothing and tells no zone.
    rate.putObject("Request").put("RequestOption", option(question)).put("SubVersion", "2409");
    PickupKind kind = question.pickupKind();
    if (kind != null) {
      rate.putObject("PickupType").put("Code", code(kind));
    }
    rate.set("Shipment", shipment(question));
    return root;
  }

  private static String option(RateQuestion question) {
    return question.service() == null ? "Shop" : "Rate";
  }

  private static ObjectNode shipment(RateQuestion question) {
    Consignment consignment = question.consignment();
    ObjectNode shipment = UpsParts.object();
    Party shipper = consignment.shipper();
    shipment
        .putObject("Shipper")
        .put("Name", shipper.name().strip())
        .put("ShipperNumber", consignment.accountNumber())
        .set("Address", address(shipper));
    ObjectNode to = shipment.putObject("ShipTo").put("Name", consignment.to().name().strip());
    ObjectNode destination = address(consignment.to());
    if (consignment.to().residential()) {
      destination.put("ResidentialAddressIndicator", "");
    }
    to.set("Address", destination);
    shipment
        .putObject("ShipFrom")
        .put("Name", consignment.origin().name().strip())
        .set("Address", address(consignment.origin()));
    if (question.service() != null) {
      shipment.putObject("Service").put("Code", question.service());
    }
    shipment.set("ShipmentTotalWeight", totalWeight(consignment));
    if (question.documents()) {
      shipment.put("DocumentsOnlyIndicator", "");
    }
    ArrayNode parcels = shipment.putArray("Package");
    for (Parcel parcel : consignment.parcels()) {
      parcels.add(UpsParts.parcel(consignment, parcel, "PackagingType"));
    }
    ObjectNode options = UpsParts.shipmentOptions(consignment);
    ReturnService returns = question.returns();
    // Rating has no code for a label that UPS prints and mails; Shipping has.
    if (returns != null && returns != ReturnService.PRINT_AND_MAIL) {
      options.putObject("ReturnService").put("Code", UpsParts.code(returns));
    }
    if (!options.isEmpty()) {
      shipment.set("ShipmentServiceOptions", options);
    }
    shipment.putObject("ShipmentRatingOptions").put("NegotiatedRatesIndicator", "Y");
    Money value = value(consignment);
    if (value != null) {
      shipment.set("InvoiceLineTotal", UpsParts.money(value));
    }
    shipment.set("DeliveryTimeInformation", delivery(question));
    return shipment;
  }

  /** Rating has states of two letters only. */
  private static ObjectNode address(Party party) {
    ObjectNode address = UpsParts.address(party.address());
    if (address.path("StateProvinceCode").asText().length() != 2) {
      address.remove("StateProvinceCode");
    }
    return address;
  }

  private static ObjectNode totalWeight(Consignment consignment) {
    UpsUnits units = UpsUnits.of(consignment);
    BigDecimal total =
        consignment.parcels().stream()
            .map(parcel -> units.weight(parcel.weight()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    ObjectNode node = UpsParts.object();
    node.set("UnitOfMeasurement", UpsParts.unit(units.weightCode(), units.weightWords()));
    return node.put("Weight", total.toPlainString());
  }

  /** Times across a customs border depend on the value; at home nobody asks for it. */
  private static @Nullable Money value(Consignment consignment) {
    return consignment.isDomestic() ? null : consignment.goodsValue();
  }

  private static ObjectNode delivery(RateQuestion question) {
    ObjectNode node = UpsParts.object();
    node.put("PackageBillType", question.documents() ? "02" : "03");
    if (question.pickup() != null) {
      node.putObject("Pickup")
          .put("Date", DateTimeFormatter.BASIC_ISO_DATE.format(question.pickup().toLocalDate()))
          .put("Time", TIME.format(question.pickup()));
    }
    return node;
  }

  private static String code(PickupKind kind) {
    return switch (kind) {
      case DAILY -> "01";
      case COUNTER -> "03";
      case ONE_TIME -> "06";
      case LETTER_CENTER -> "19";
      case AIR_SERVICE_CENTER -> "20";
    };
  }
}
