package org.supercargo.carrier.ups;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.supercargo.carrier.Billing;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.Customs;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Notification;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.Reference;
import org.supercargo.carrier.ReturnService;
import org.supercargo.carrier.ShipmentOrder;

/** Writes an order for Shipping. */
final class UpsOrder {
  private final ShipmentOrder order;
  private final Consignment consignment;

  private UpsOrder(ShipmentOrder order) {
    this.order = order;
    this.consignment = order.consignment();
  }

  static ObjectNode body(ShipmentOrder order) {
    return new UpsOrder(order).body();
  }

  private ObjectNode body() {
    ObjectNode root = UpsParts.object();
    ObjectNode request = root.putObject("ShipmentRequest");
    request
        .putObject("Request")
        .put("RequestOption", order.checksAddress() ? "validate" : "nonvalidate")
        .put("SubVersion", "2409");
    request.set("Shipment", shipment());
    request.set("LabelSpecification", label());
    return root;
  }

  private ObjectNode shipment() {
    ObjectNode shipment = UpsParts.object();
    UpsParts.put(shipment, "Description", order.description());
    ReturnService returns = order.returns();
    if (returns != null) {
      shipment.putObject("ReturnService").put("Code", UpsParts.code(returns));
    }
    if (isPaper()) {
      shipment.put("DocumentsOnlyIndicator", "");
    }
    shipment.set(
        "Shipper",
        party(consignment.shipper(), UpsParts.address(consignment.shipper().address()))
            .put("ShipperNumber", consignment.accountNumber()));
    shipment.set("ShipTo", party(consignment.to(), UpsParts.destination(consignment.to())));
    Party from = consignment.from();
    if (from != null) {
      shipment.set("ShipFrom", from(from));
    }
    shipment.set("PaymentInformation", payment());
    shipment.putObject("ShipmentRatingOptions").put("NegotiatedRatesIndicator", "");
    if (!UpsParts.isReferredByPackage(consignment) && !order.references().isEmpty()) {
      shipment.set("ReferenceNumber", references());
    }
    shipment.putObject("Service").put("Code", order.service());
    goodsValue().ifPresent(value -> shipment.set("InvoiceLineTotal", UpsParts.money(value)));
    ObjectNode options = options();
    if (!options.isEmpty()) {
      shipment.set("ShipmentServiceOptions", options);
    }
    ArrayNode parcels = shipment.putArray("Package");
    consignment.parcels().forEach(parcel -> parcels.add(parcel(parcel)));
    return shipment;
  }

  private boolean isPaper() {
    return !consignment.isDomestic()
        && consignment.parcels().stream()
            .allMatch(parcel -> parcel.packaging() == Packaging.LETTER);
  }

  /** Only where UPS asks for it: from the States to Canada and Puerto Rico. */
  private Optional<Money> goodsValue() {
    boolean asked =
        UpsParts.country(consignment.origin()).equals("US")
            && Set.of("CA", "PR").contains(UpsParts.country(consignment.to()))
            && order.returns() == null;
    return asked
        ? Optional.ofNullable(consignment.goodsValue())
            .or(() -> Optional.ofNullable(order.customs()).map(Customs::total))
        : Optional.empty();
  }

  static ObjectNode party(Party party, ObjectNode address) {
    ObjectNode node = UpsParts.object();
    UpsParts.put(node, "Name", party.name());
    UpsParts.put(node, "AttentionName", party.attention());
    UpsParts.put(node, "TaxIdentificationNumber", party.taxNumber());
    String phone = party.phone();
    if (phone != null && !phone.isBlank()) {
      node.putObject("Phone").put("Number", phone.replaceAll("\\D", ""));
    }
    UpsParts.put(node, "EMailAddress", party.email());
    node.set("Address", address);
    return node;
  }

  /** ShipFrom has no e-mail. */
  private static ObjectNode from(Party from) {
    ObjectNode node = party(from, UpsParts.address(from.address()));
    node.remove("EMailAddress");
    return node;
  }

  private ObjectNode payment() {
    ObjectNode payment = UpsParts.object();
    ArrayNode charges = payment.putArray("ShipmentCharge");
    charges.add(charge("01", order.transport()));
    Billing duties = order.duties();
    if (duties != null) {
      charges.add(charge("02", duties));
    }
    return payment;
  }

  private ObjectNode charge(String type, Billing payer) {
    ObjectNode charge = UpsParts.object().put("Type", type);
    switch (payer) {
      case Billing.Shipper shipper ->
          charge.putObject("BillShipper").put("AccountNumber", consignment.accountNumber());
      case Billing.Receiver receiver -> {
        ObjectNode node = charge.putObject("BillReceiver");
        node.put("AccountNumber", receiver.accountNumber());
        String country = UpsParts.country(consignment.to());
        String code = UpsParts.postalCode(receiver.postalCode(), country);
        if (code != null) {
          UpsParts.put(node.putObject("Address"), "PostalCode", code);
        }
      }
      case Billing.ThirdParty third -> {
        ObjectNode node = charge.putObject("BillThirdParty");
        node.put("AccountNumber", third.accountNumber());
        ObjectNode address = node.putObject("Address");
        UpsParts.put(
            address, "PostalCode", UpsParts.postalCode(third.postalCode(), third.country()));
        address.put("CountryCode", third.country());
      }
    }
    return charge;
  }

  private ObjectNode parcel(Parcel parcel) {
    ObjectNode node = UpsParts.parcel(consignment, parcel, "Packaging");
    UpsParts.put(node, "Description", parcel.description());
    if (UpsParts.isReferredByPackage(consignment) && !order.references().isEmpty()) {
      node.set("ReferenceNumber", references());
    }
    return node;
  }

  private ArrayNode references() {
    ArrayNode references = UpsParts.object().putArray("ReferenceNumber");
    for (Reference reference : order.references()) {
      references
          .addObject()
          .put("Code", code(reference.kind()))
          .put("Value", reference.value().strip());
    }
    return references;
  }

  private ObjectNode options() {
    ObjectNode options = UpsParts.shipmentOptions(consignment);
    List<Notification> notifications = order.notifications();
    for (Notification notification : notifications) {
      options.withArray("Notification").add(notification(notification));
    }
    String email = order.labelEmail();
    if (order.returns() == ReturnService.ELECTRONIC_LABEL && email != null) {
      ObjectNode delivery = options.putObject("LabelDelivery");
      delivery.putObject("EMail").put("EMailAddress", email.strip());
      delivery.put("LabelLinksIndicator", "");
    }
    Customs customs = order.customs();
    if (customs != null) {
      options.set("InternationalForms", UpsForms.invoice(customs, consignment));
    }
    return options;
  }

  private static ObjectNode notification(Notification notification) {
    ObjectNode node = UpsParts.object().put("NotificationCode", code(notification.event()));
    ObjectNode mail = node.putObject("EMail");
    notification.emails().forEach(mail.withArray("EMailAddress")::add);
    UpsParts.put(mail, "Memo", notification.memo());
    return node;
  }

  /** The paper's size is required also for pictures, which have none. */
  private ObjectNode label() {
    ObjectNode label = UpsParts.object();
    label.putObject("LabelImageFormat").put("Code", order.label().format().name());
    label.put("HTTPUserAgent", "Mozilla/4.5");
    label
        .putObject("LabelStockSize")
        .put("Height", String.valueOf(order.label().heightInches()))
        .put("Width", "4");
    return label;
  }

  private static String code(Notification.Event event) {
    return switch (event) {
      case SHIPPED -> "6";
      case EXCEPTION -> "7";
      case DELIVERED -> "8";
    };
  }

  private static String code(Reference.Kind kind) {
    return switch (kind) {
      case RECEIVABLES_ACCOUNT -> "AJ";
      case APPROPRIATION -> "AT";
      case BILL_OF_LADING -> "BM";
      case COLLECT_ON_DELIVERY -> "9V";
      case DEALER_ORDER -> "ON";
      case DEPARTMENT -> "DP";
      case FOOD_AND_DRUG_PRODUCT -> "3Q";
      case INVOICE -> "IK";
      case MANIFEST_KEY -> "MK";
      case MODEL -> "MJ";
      case PART -> "PM";
      case PRODUCTION -> "PC";
      case PURCHASE_ORDER -> "PO";
      case REQUISITION -> "RQ";
      case RETURN_AUTHORISATION -> "RZ";
      case SALESPERSON -> "SA";
      case SERIAL -> "SE";
      case STORE -> "ST";
      case TRANSACTION -> "TN";
    };
  }
}
