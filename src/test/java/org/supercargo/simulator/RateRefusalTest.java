package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supercargo.simulator.UpsCaller.REDIRECT;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supercargo.scenario.Ups;

class RateRefusalTest {
  private Ups ups;
  private UpsCaller caller;

  @BeforeEach
  void start() {
    ups = Ups.starts(REDIRECT);
    caller = new UpsCaller(ups.uri());
  }

  @AfterEach
  void stop() {
    ups.close();
  }

  private String access() {
    return caller.tokensOf("alice").get("access_token").asText();
  }

  private String error(RateQuestion question) {
    return caller.rate(access(), question.build()).error();
  }

  @ParameterizedTest
  @CsvSource({
    "110004, /Shipper",
    "110006, /Shipper/Address",
    "110006, /Shipper/Address/AddressLine",
    "110006, /Shipper/Address/CountryCode",
    "110010, /ShipTo",
    "110208, /ShipTo/Address",
    "110208, /ShipTo/Address/AddressLine",
    "110208, /ShipTo/Address/CountryCode",
    "110308, /ShipFrom/Address",
    "110308, /ShipFrom/Address/CountryCode",
    "112111, /Shipper/ShipperNumber",
    "10002, /Service",
    "10002, /Service/Code",
    "110002, /Package",
    "10002, /Package/0/PackagingType",
    "110023, /Package/0/PackageWeight",
    "110023, /Package/0/PackageWeight/UnitOfMeasurement",
    "111030, /Package/0/PackageWeight/Weight",
    "10002, /RateRequest/Request",
    "10002, /RateRequest/Shipment",
  })
  void refusesWhatLacksARequiredField(String code, String pointer) {
    assertThat(error(RateQuestion.from("A1B2C3").without(pointer))).startsWith("400 " + code + " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "111285 | /ShipTo/Address/PostalCode | \"90210\"",
        "111285 | /ShipTo/Address/PostalCode | \"1003\"",
        "111285 | /ShipTo/Address/StateProvinceCode | \"CA\"",
        "111285 | /ShipFrom/Address/StateProvinceCode | \"XX\"",
        "111285 | /Shipper/Address/PostalCode | \"99999\"",
        "110208 | /ShipTo/Address/CountryCode | \"usa\"",
        "110208 | /ShipTo/Address/AddressLine | [\"123456789012345678901234567890123456\"]",
        "110208 | /ShipTo/Address/AddressLine | [1]",
        "110208 | /ShipTo/Address/City | \"1234567890123456789012345678901\"",
        "110010 | /ShipTo/Name | \"123456789012345678901234567890123456\"",
        "111100 | /Service/Code | \"82\"",
        "111100 | /Service/Code | \"99\"",
        "111210 | /Service/Code | \"08\"",
        "10002 | /ShipmentServiceOptions | {\"ReturnService\":{}}",
        "10002 | /ShipmentServiceOptions | {\"ReturnService\":{\"Code\":\"2\"}}",
        "10002 | /ShipmentServiceOptions | {\"ReturnService\":{\"Code\":9}}",
        "110002 | /Package | []",
        "111030 | /Package/0/PackageWeight/Weight | \"0\"",
        "111030 | /Package/0/PackageWeight/Weight | 5",
        "111030 | /Package/0/PackageWeight/Weight | \"-1\"",
        "111035 | /Package/0/PackageWeight/Weight | \"150.1\"",
        "110023 | /Package/0/PackageWeight/UnitOfMeasurement/Code | \"STN\"",
        "110021 | /Package/0/Dimensions | {\"Length\":\"1\",\"Width\":\"1\",\"Height\":\"1\"}",
        "110609 | /Package/0/Dimensions |"
            + " {\"UnitOfMeasurement\":{\"Code\":\"IN\"},\"Length\":\"1\",\"Width\":\"0\",\"Height\":\"1\"}",
        "110548 | /Package/0/Dimensions |"
            + " {\"UnitOfMeasurement\":{\"Code\":\"CM\"},\"Length\":\"1\",\"Width\":\"1\",\"Height\":\"1\"}",
        "10002 | /DeliveryTimeInformation | {\"Pickup\":{\"Date\":\"20261301\"}}",
      })
  void refusesWhatDoesNotFit(String code, String pointer, String value) {
    assertThat(error(RateQuestion.from("A1B2C3").with(pointer, value)))
        .startsWith("400 " + code + " ");
  }

  @Test
  void refusesKilogramsAboveSeventy() {
    RateQuestion question =
        RateQuestion.from("A1B2C3")
            .with("/Package/0/PackageWeight/UnitOfMeasurement/Code", "\"KGS\"")
            .with("/Package/0/PackageWeight/Weight", "\"70.5\"");
    assertThat(error(question)).startsWith("400 111036 ");
  }

  @Test
  void refusesAProvinceThatTheCanadianPostalCodeContradicts() {
    RateQuestion question =
        RateQuestion.from("A1B2C3")
            .with("/Service/Code", "\"11\"")
            .with("/ShipTo/Address/CountryCode", "\"CA\"")
            .with("/ShipTo/Address/PostalCode", "\"M5V 2T6\"")
            .with("/ShipTo/Address/StateProvinceCode", "\"BC\"");
    assertThat(error(question))
        .isEqualTo("400 111285 The postal code M5V2T6 is invalid for BC CA.");
    question.with("/ShipTo/Address/StateProvinceCode", "\"ON\"");
    assertThat(caller.rate(access(), question.build()).status()).isEqualTo(200);
  }

  @Test
  void toleratesUnknownFieldsAndAMissingShipFrom() {
    RateQuestion question =
        RateQuestion.from("A1B2C3")
            .without("/ShipFrom")
            .with("/ShipTo/PhoneNumber", "\"1\"")
            .with("/Somewhere", "{}");
    assertThat(caller.rate(access(), question.build()).status()).isEqualTo(200);
  }

  @Test
  void refusesWhatIsNoJson() {
    String path = "/api/rating/v2409/Rate";
    String[] bearer = {"Authorization", "Bearer " + access()};
    assertThat(caller.json(path, "{\"RateRequest\":", bearer).error()).startsWith("400 10001 ");
    assertThat(caller.json(path, "", bearer).error()).startsWith("400 10002 ");
    assertThat(caller.json(path, "[]", bearer).error()).startsWith("400 10002 ");
    assertThat(caller.form(path, UpsCaller.fields("a", "b"), bearer).error())
        .startsWith("400 10001 ");
  }

  @Test
  void cutsTheMessageInTheHeaderToSixtyCharactersOfAscii() {
    RateQuestion question =
        RateQuestion.from("A1B2C3")
            .with("/ShipTo/Address/StateProvinceCode", "\"Ñ" + "x".repeat(60) + "\"");
    var reply = caller.rate(access(), question.build());
    assertThat(reply.header("apierrormsg")).hasSize(60).contains("?xxx");
    assertThat(reply.header("errordescription").length()).isGreaterThan(60);
    assertThat(reply.error()).contains("Ñxxx");
  }
}
