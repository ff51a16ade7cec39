package org.supercargo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The smallest shipment that UPS makes, to be bent by a test. */
final class ShipQuestion {
  private static final String SMALLEST =
      """
      {"ShipmentRequest": {
        "Request": {"RequestOption": "nonvalidate", "TransactionReference": {"CustomerContext": "ctx"}},
        "Shipment": {
          "Shipper": {"Name": "Peach Outfitters", "AttentionName": "Dock 4", "ShipperNumber": "A1B2C3",
            "Phone": {"Number": "4045550100"},
            "Address": {"AddressLine": ["1 Main St"], "City": "Atlanta", "StateProvinceCode": "GA",
              "PostalCode": "30328", "CountryCode": "US"}},
          "ShipTo": {"Name": "Río Books", "AttentionName": "Ann Lee", "Phone": {"Number": "2125550100"},
            "Address": {"AddressLine": ["11 Times Sq", "Floor 3"], "City": "New York",
              "StateProvinceCode": "NY", "PostalCode": "10036", "CountryCode": "US"}},
          "PaymentInformation": {"ShipmentCharge": [
            {"Type": "01", "BillShipper": {"AccountNumber": "A1B2C3"}}]},
          "Service": {"Code": "03"},
          "ShipmentRatingOptions": {"NegotiatedRatesIndicator": ""},
          "Package": [{"Packaging": {"Code": "02"}, "PackageWeight": {
            "UnitOfMeasurement": {"Code": "LBS"}, "Weight": "5"},
            "ReferenceNumber": [{"Code": "TN", "Value": "SC-0001"}]}]},
        "LabelSpecification": {"LabelImageFormat": {"Code": "GIF"}, "HTTPUserAgent": "Mozilla/4.5",
          "LabelStockSize": {"Height": "6", "Width": "4"}}}}
      """;

  /** What turns the smallest shipment into one to Canada, with a commercial invoice. */
  private static final String INVOICE =
      """
      {"FormType": ["01"], "InvoiceNumber": "INV-7", "InvoiceDate": "20261123",
       "ReasonForExport": "SALE", "TermsOfShipment": "DDU", "CurrencyCode": "USD",
       "Contacts": {"SoldTo": {"Name": "Maple Books", "AttentionName": "Jo Roy",
         "Phone": {"Number": "4165550100"}, "Address": {"AddressLine": ["9 King St W"],
         "City": "Toronto", "StateProvinceCode": "ON", "PostalCode": "M5V2T6", "CountryCode": "CA"}}},
       "Product": [{"Description": ["Paper notebooks"], "CommodityCode": "482010",
         "OriginCountryCode": "US",
         "Unit": {"Number": "3", "Value": "12.50", "UnitOfMeasurement": {"Code": "PCS"}}}]}
      """;

  private final ObjectNode root;

  private ShipQuestion() {
    try {
      root = (ObjectNode) UpsCaller.JSON.readTree(SMALLEST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ShipQuestion smallest() {
    return new ShipQuestion();
  }

  static ShipQuestion toCanada() {
    return smallest()
        .with("/Service/Code", "\"11\"")
        .with("/Description", "\"Paper notebooks\"")
        .with("/ShipTo/Address/City", "\"Toronto\"")
        .with("/ShipTo/Address/StateProvinceCode", "\"ON\"")
        .with("/ShipTo/Address/PostalCode", "\"M5V2T6\"")
        .with("/ShipTo/Address/CountryCode", "\"CA\"")
        .with("/InvoiceLineTotal", "{\"CurrencyCode\":\"USD\",\"MonetaryValue\":\"37.50\"}")
        .without("/Package/0/ReferenceNumber")
        .with("/ReferenceNumber", "[{\"Code\":\"TN\",\"Value\":\"SC-0001\"}]")
        .with("/ShipmentServiceOptions", "{\"InternationalForms\":" + INVOICE + "}");
  }

  ShipQuestion referring(String value) {
    return with("/Package/0/ReferenceNumber", "[{\"Code\":\"TN\",\"Value\":\"" + value + "\"}]");
  }

  ShipQuestion asking(String format) {
    return with("/ShipmentRequest/LabelSpecification/LabelImageFormat/Code", "\"" + format + "\"");
  }

  /** That many packages, each like the first. */
  ShipQuestion packages(int count) {
    String first = root.at("/ShipmentRequest/Shipment/Package/0").toString();
    String all = "[" + first + ("," + first).repeat(count - 1) + "]";
    return with("/Package", all);
  }

  /** Sets what lies at that place below Shipment, or anywhere; the value is JSON. */
  ShipQuestion with(String pointer, String json) {
    Pointed.set(root, whole(pointer), json);
    return this;
  }

  ShipQuestion without(String pointer) {
    Pointed.remove(root, whole(pointer));
    return this;
  }

  ObjectNode build() {
    return root;
  }

  private static String whole(String pointer) {
    return pointer.startsWith("/ShipmentRequest") ? pointer : "/ShipmentRequest/Shipment" + pointer;
  }
}
