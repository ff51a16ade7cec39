package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShipRefusalTest extends InSimulator {

  private void assertRefused(ShipQuestion question, String code) {
    assertThat(caller.ship(access("alice"), question).error()).startsWith("400 " + code + " ");
    assertThat(ups.shipments().get("count").asInt()).as("shipments").isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "120100, /Shipper/ShipperNumber",
    "120101, /Shipper/Name",
    "120102, /Shipper/Address/AddressLine",
    "120105, /Shipper/Address/City",
    "120106, /Shipper/Address/StateProvinceCode",
    "120107, /Shipper/Address/PostalCode",
    "120108, /Shipper/Address/CountryCode",
    "120201, /ShipTo",
    "120201, /ShipTo/Name",
    "120202, /ShipTo/Address/AddressLine",
    "120205, /ShipTo/Address/City",
    "120206, /ShipTo/Address/StateProvinceCode",
    "120207, /ShipTo/Address/PostalCode",
    "120400, /PaymentInformation",
    "120412, /PaymentInformation/ShipmentCharge/0/BillShipper",
    "120413, /PaymentInformation/ShipmentCharge/0/BillShipper/AccountNumber",
    "120500, /Service",
    "120600, /Package",
    "120600, /Package/0/Packaging",
    "120601, /Package/0/PackageWeight",
    "121030, /Package/0/PackageWeight/Weight",
    "120501, /Package/0/ReferenceNumber/0/Value",
    "120700, /ShipmentRequest/LabelSpecification",
    "120701, /ShipmentRequest/LabelSpecification/LabelImageFormat",
  })
  void refusesWhatLacksARequiredField(String code, String pointer) {
    assertRefused(ShipQuestion.smallest().without(pointer), code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120100 | /Shipper/ShipperNumber | \"4E5F6G\"",
        "120113 | /Shipper/ShipperNumber | \"A1-2C3\"",
        "120120 | /Shipper/Address/CountryCode | \"DE\"",
        "120115 | /Shipper/Phone/Number | \"555010\"",
        "120101 | /Shipper/Name | \"123456789012345678901234567890123456\"",
        "120202 | /ShipTo/Address/AddressLine | [\"123456789012345678901234567890123456\"]",
        "120202 | /ShipTo/Address/AddressLine | [\"1\",\"2\",\"3\",\"4\"]",
        "120410 | /PaymentInformation/ShipmentCharge/0/Type | \"09\"",
        "120410 | /PaymentInformation/ShipmentCharge/0/Type | \"02\"",
        "120413 | /PaymentInformation/ShipmentCharge/0/BillShipper/AccountNumber | \"001234\"",
        "121100 | /Service/Code | \"82\"",
        "121210 | /Service/Code | \"08\"",
        "120600 | /Package/0/Packaging/Code | \"package\"",
        "120608 | /Package/0/PackageWeight/Weight | \"151\"",
        "120602 | /Package/0/Dimensions | {\"UnitOfMeasurement\":{\"Code\":\"IN\"}}",
        "121050 | /Package/0/Dimensions |"
            + " {\"UnitOfMeasurement\":{\"Code\":\"IN\"},\"Length\":\"109\",\"Width\":\"4\",\"Height\":\"4\"}",
        "121050 | /Package/0/Dimensions |"
            + " {\"UnitOfMeasurement\":{\"Code\":\"IN\"},\"Length\":\"60\",\"Width\":\"30\",\"Height\":\"30\"}",
        "121025 | /Package/0/PackageServiceOptions |"
            + " {\"DeclaredValue\":{\"CurrencyCode\":\"USD\",\"MonetaryValue\":\"50000.01\"}}",
        "120506 | /Package/0/ReferenceNumber |"
            + " [{\"Value\":\"1\"},{\"Value\":\"2\"},{\"Value\":\"3\"}]",
        "120501 | /Package/0/ReferenceNumber |"
            + " [{\"Value\":\"123456789012345678901234567890123456\"}]",
        "120543 | /Package/0/ReferenceNumber | [{\"BarCodeIndicator\":\"\",\"Value\":\"SC-0001\"}]",
        "120541 | /ReferenceNumber | [{\"Value\":\"1\"}]",
        "120410 | /PaymentInformation/ShipmentCharge |"
            + " [{\"Type\":\"01\",\"BillShipper\":{\"AccountNumber\":\"A1B2C3\"}},"
            + "{\"Type\":\"02\",\"BillShipper\":{\"AccountNumber\":\"A1B2C3\"}}]",
        "120430 | /PaymentInformation/ShipmentCharge |"
            + " [{\"Type\":\"01\",\"BillThirdParty\":{\"Address\":{\"CountryCode\":\"US\"}}}]",
        "120437 | /PaymentInformation/ShipmentCharge |"
            + " [{\"Type\":\"01\",\"BillThirdParty\":{\"AccountNumber\":\"T1T1T1\"}}]",
        "120415 | /PaymentInformation/ShipmentCharge |"
            + " [{\"Type\":\"01\",\"BillReceiver\":{\"Address\":{\"PostalCode\":\"1\"}}}]",
        "120701 | /ShipmentRequest/LabelSpecification/LabelImageFormat/Code | \"PDF\"",
        "120703 | /ShipmentRequest/LabelSpecification/LabelStockSize/Height | \"7\"",
        "120704 | /ShipmentRequest/LabelSpecification/LabelStockSize/Width | \"6\"",
        "10002 | /ShipmentRequest/Request/RequestOption | \"city\"",
        "10002 | /ReturnService | {\"Code\":\"1\"}",
      })
  void refusesWhatDoesNotFit(String code, String pointer, String value) {
    assertRefused(ShipQuestion.smallest().with(pointer, value), code);
  }

  @ParameterizedTest
  @CsvSource({
    "120512, /Description",
    "120110, /Shipper/AttentionName",
    "120109, /Shipper/Phone",
    "120210, /ShipTo/AttentionName",
    "120209, /ShipTo/Phone",
    "10002, /InvoiceLineTotal",
    "10002, /ShipmentServiceOptions/InternationalForms/FormType",
    "10002, /ShipmentServiceOptions/InternationalForms/Product",
    "10002, /ShipmentServiceOptions/InternationalForms/InvoiceDate",
    "10002, /ShipmentServiceOptions/InternationalForms/Contacts",
  })
  void asksForMoreWhenABorderIsCrossed(String code, String pointer) {
    assertRefused(ShipQuestion.toCanada().without(pointer), code);
  }

  @Test
  void wantsReferencesOnTheShipmentWhenABorderIsCrossed() {
    assertRefused(
        ShipQuestion.toCanada()
            .with("/Package/0/ReferenceNumber", "[{\"Code\":\"TN\",\"Value\":\"1\"}]"),
        "120542");
  }

  @ParameterizedTest
  @CsvSource({"120801, /Shipper", "120802, /ShipTo", "120803, /ShipFrom"})
  void validatesAddressesOnlyWhenAsked(String code, String party) {
    ShipQuestion question = ShipQuestion.smallest();
    if (party.equals("/ShipFrom")) {
      question.with(party, question.build().at("/ShipmentRequest/Shipment/Shipper").toString());
    }
    question.with(party + "/Address/StateProvinceCode", "\"CA\"");
    shipped(question);
    question.with("/ShipmentRequest/Request/RequestOption", "\"validate\"");
    assertThat(caller.ship(access("alice"), question).error()).startsWith("400 " + code + " ");
  }

  @Test
  void needsAPaperSizeForPrintersButNotForPictures() {
    String size = "/ShipmentRequest/LabelSpecification/LabelStockSize";
    shipped(ShipQuestion.smallest().without(size));
    assertThat(
            caller
                .ship(access("alice"), ShipQuestion.smallest().asking("ZPL").without(size))
                .error())
        .startsWith("400 120702 ");
  }

  @Test
  void refusesAShipFromAbroad() {
    assertRefused(
        ShipQuestion.smallest()
            .with(
                "/ShipFrom",
                "{\"Name\":\"M\",\"Address\":{\"AddressLine\":[\"1\"],\"City\":\"Toronto\","
                    + "\"StateProvinceCode\":\"ON\",\"PostalCode\":\"M5V2T6\",\"CountryCode\":\"CA\"}}"),
        "120317");
  }
}
