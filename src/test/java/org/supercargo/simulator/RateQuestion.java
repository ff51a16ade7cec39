package org.supercargo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The smallest question that UPS answers, to be bent by a test. */
final class RateQuestion {
  private static final String SMALLEST =
      """
      {"RateRequest": {
        "Request": {"RequestOption": "Rate", "TransactionReference": {"CustomerContext": "ctx"}},
        "Shipment": {
          "Shipper": {"ShipperNumber": "A1B2C3", "Address": {"AddressLine": ["1 Main St"],
            "City": "Atlanta", "StateProvinceCode": "GA", "PostalCode": "30328", "CountryCode": "US"}},
          "ShipTo": {"Name": "R", "Address": {"AddressLine": ["11 Times Sq"],
            "City": "New York", "StateProvinceCode": "NY", "PostalCode": "10036", "CountryCode": "US"}},
          "ShipFrom": {"Name": "S", "Address": {"AddressLine": ["1 Main St"],
            "City": "Atlanta", "StateProvinceCode": "GA", "PostalCode": "30328", "CountryCode": "US"}},
          "Service": {"Code": "03"},
          "Package": [{"PackagingType": {"Code": "02"}, "PackageWeight": {
            "UnitOfMeasurement": {"Code": "LBS", "Description": "Pounds"}, "Weight": "5"}}],
          "ShipmentRatingOptions": {"NegotiatedRatesIndicator": "Y"}}}}
      """;

  private final ObjectNode root;

  private RateQuestion(String json) {
    try {
      root = (ObjectNode) UpsCaller.JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RateQuestion from(String shipperNumber) {
    return new RateQuestion(SMALLEST).with("/Shipper/ShipperNumber", "\"" + shipperNumber + "\"");
  }

  /** Sets what lies at that place below Shipment; the value is JSON. */
  RateQuestion with(String pointer, String json) {
    Pointed.set(root, whole(pointer), json);
    return this;
  }

  RateQuestion without(String pointer) {
    Pointed.remove(root, whole(pointer));
    return this;
  }

  ObjectNode build() {
    return root;
  }

  private static String whole(String pointer) {
    return pointer.startsWith("/RateRequest") ? pointer : "/RateRequest/Shipment" + pointer;
  }
}
