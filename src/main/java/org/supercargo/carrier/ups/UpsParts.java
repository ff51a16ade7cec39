package org.supercargo.carrier.ups;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.DeliveryConfirmation;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.ReturnService;
import org.supercargo.carrier.Size;

/** What Rating and Shipping write alike. */
final class UpsParts {
  private static final Set<String> UNITED = Set.of("US", "PR");

  private UpsParts() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Left out where there is nothing: UPS takes an empty text for a wrong one. */
  static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      node.put(name, value.strip());
    }
  }

  static ObjectNode address(Address address) {
    ObjectNode node = object();
    address.lines().stream()
        .filter(line -> !line.isBlank())
        .map(String::strip)
        .forEach(node.withArray("AddressLine")::add);
    put(node, "City", address.city());
    put(node, "StateProvinceCode", address.state());
    put(node, "PostalCode", postalCode(address.postalCode(), address.country()));
    return node.put("CountryCode", address.country());
  }

  /** With the mark of a home, which is its presence. */
  static ObjectNode destination(Party party) {
    ObjectNode node = address(party.address());
    return party.residential() ? node.put("ResidentialAddressIndicator", "") : node;
  }

  /** North America's without space and hyphen, of which UPS wants none. */
  static @Nullable String postalCode(@Nullable String typed, String country) {
    return typed != null && Set.of("US", "PR", "CA").contains(country)
        ? typed.replaceAll("[ -]", "")
        : typed;
  }

  static String code(ReturnService service) {
    return switch (service) {
      case PRINT_AND_MAIL -> "2";
      case ONE_ATTEMPT -> "3";
      case THREE_ATTEMPTS -> "5";
      case ELECTRONIC_LABEL -> "8";
      case PRINT_LABEL -> "9";
      case EXCHANGE_LABEL -> "10";
    };
  }

  static ObjectNode money(Money money) {
    return object()
        .put("CurrencyCode", money.currency())
        .put("MonetaryValue", money.rounded().digits());
  }

  static ObjectNode unit(String code, String words) {
    return object().put("Code", code).put("Description", words);
  }

  static String packaging(Packaging packaging) {
    return switch (packaging) {
      case LETTER -> "01";
      case OWN -> "02";
      case TUBE -> "03";
      case PAK -> "04";
      case EXPRESS_BOX -> "21";
      case BOX_25_KG -> "24";
      case BOX_10_KG -> "25";
      case PALLET -> "30";
      case SMALL_BOX -> "2a";
      case MEDIUM_BOX -> "2b";
      case LARGE_BOX -> "2c";
    };
  }

  /** Rating calls the packaging PackagingType, Shipping Packaging; all else is the same. */
  static ObjectNode parcel(Consignment consignment, Parcel parcel, String packagingField) {
    UpsUnits units = UpsUnits.of(consignment);
    ObjectNode node = object();
    node.putObject(packagingField).put("Code", packaging(parcel.packaging()));
    Size size = parcel.size();
    if (size != null) {
      node.set("Dimensions", dimensions(units, size));
    }
    ObjectNode weight = node.putObject("PackageWeight");
    weight.set("UnitOfMeasurement", unit(units.weightCode(), units.weightWords()));
    weight.put("Weight", units.weight(parcel.weight()).toPlainString());
    if (parcel.additionalHandling()) {
      node.put("AdditionalHandlingIndicator", "");
    }
    ObjectNode options = options(consignment, parcel);
    if (!options.isEmpty()) {
      node.set("PackageServiceOptions", options);
    }
    return node;
  }

  private static ObjectNode dimensions(UpsUnits units, Size size) {
    Size whole = units.size(size);
    ObjectNode node = object();
    node.set("UnitOfMeasurement", unit(units.sizeCode(), units.sizeWords()));
    return node.put("Length", whole.length().toPlainString())
        .put("Width", whole.width().toPlainString())
        .put("Height", whole.height().toPlainString());
  }

  private static ObjectNode options(Consignment consignment, Parcel parcel) {
    ObjectNode options = object();
    DeliveryConfirmation confirmation = consignment.confirmation();
    if (confirmation != null && isSignedByPackage(consignment)) {
      String type = confirmation == DeliveryConfirmation.SIGNATURE ? "2" : "3";
      options.putObject("DeliveryConfirmation").put("DCISType", type);
    }
    Money value = parcel.declaredValue();
    if (value != null) {
      options.set("DeclaredValue", money(value));
    }
    return options;
  }

  /** Saturday, and the signature where it is the shipment's. */
  static ObjectNode shipmentOptions(Consignment consignment) {
    ObjectNode options = object();
    if (consignment.saturdayDelivery()) {
      options.put("SaturdayDeliveryIndicator", "");
    }
    DeliveryConfirmation confirmation = consignment.confirmation();
    if (confirmation != null && !isSignedByPackage(consignment)) {
      String type = confirmation == DeliveryConfirmation.SIGNATURE ? "1" : "2";
      options.putObject("DeliveryConfirmation").put("DCISType", type);
    }
    return options;
  }

  /** Within a country, and between the States and Puerto Rico; elsewhere once for the shipment. */
  private static boolean isSignedByPackage(Consignment consignment) {
    return consignment.isDomestic()
        || UpsWords.isUnited(country(consignment.origin()), country(consignment.to()));
  }

  /**
   * Within the States and within Puerto Rico references stand on packages, else on the shipment.
   */
  static boolean isReferredByPackage(Consignment consignment) {
    return consignment.isDomestic() && UNITED.contains(country(consignment.origin()));
  }

  static String country(Party party) {
    return party.address().country();
  }
}
