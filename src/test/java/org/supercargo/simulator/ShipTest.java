package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supercargo.simulator.UpsCaller.Reply;

class ShipTest extends InSimulator {

  private static BigDecimal amount(JsonNode node, String pointer) {
    return new BigDecimal(node.at(pointer + "/MonetaryValue").asText());
  }

  /** The rule of UPS's numbers, by letters' own table: A counts 2, B 3, I 0, Z 7. */
  private static int checkDigit(String number) {
    int sum = 0;
    for (int i = 2; i < 17; i++) {
      char sign = number.charAt(i);
      int value = sign <= '9' ? sign - '0' : (sign - 'A' + 2) % 10;
      sum += value * (i % 2 == 0 ? 1 : 2);
    }
    return (10 - sum % 10) % 10;
  }

  @Test
  void givesNumbersThatHoldTheAccountAndTheRightCheckDigit() {
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < 12; i++) {
      String number = number(shipped(ShipQuestion.smallest()));
      assertThat(number).matches("1ZA1B2C303\\d{8}");
      assertThat(number.charAt(17) - '0').as(number).isEqualTo(checkDigit(number));
      numbers.add(number);
    }
    assertThat(numbers).hasSize(12);
  }

  @Test
  void knowsTheCheckDigitsOfNumbersThatUpsGave() {
    for (String real : List.of("1Z5R89390357567127", "1Z879E930346834440", "1ZXX3150YW44070023")) {
      assertThat(real.charAt(17) - '0').isEqualTo(checkDigit(real));
    }
  }

  @Test
  void callsTheShipmentByItsFirstPackage() {
    JsonNode results = shipped(ShipQuestion.smallest().packages(3));
    assertThat(packages(results)).hasSize(3).doesNotHaveDuplicates().startsWith(number(results));
    assertThat(results.at("/BillingWeight/Weight").asText()).isEqualTo("15.0");
  }

  @Test
  void chargesLessOnNegotiatedRatesAndItemizesBoth() {
    JsonNode results =
        shipped(
            ShipQuestion.smallest().with("/ShipTo/Address/ResidentialAddressIndicator", "\"\""));
    BigDecimal published = amount(results, "/ShipmentCharges/TotalCharges");
    assertThat(amount(results, "/NegotiatedRateCharges/TotalCharge"))
        .isPositive()
        .isLessThan(published);
    assertThat(published)
        .isEqualTo(
            amount(results, "/ShipmentCharges/TransportationCharges")
                .add(amount(results, "/ShipmentCharges/ServiceOptionsCharges")));
    assertThat(results.at("/ShipmentCharges/ItemizedCharges").findValuesAsText("Code"))
        .containsExactly("375", "270");
    assertThat(results.at("/NegotiatedRateCharges/ItemizedCharges").findValuesAsText("Code"))
        .containsExactly("375", "270");
  }

  @Test
  void warnsAnAccountWithoutNegotiatedRates() {
    ShipQuestion question =
        ShipQuestion.smallest()
            .with("/Shipper/ShipperNumber", "\"D4V300\"")
            .with("/PaymentInformation/ShipmentCharge/0/BillShipper/AccountNumber", "\"D4V300\"");
    JsonNode response = caller.ship(access("dave"), question).json().get("ShipmentResponse");
    assertThat(response.at("/Response/Alert/0/Code").asText()).isEqualTo("120900");
    assertThat(response.at("/ShipmentResults").has("NegotiatedRateCharges")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v1801", "v2205"})
  void givesLoneObjectsInOldVersions(String version) {
    JsonNode results = shipped(version, ShipQuestion.smallest());
    assertThat(results.get("PackageResults").isObject()).isTrue();
    assertThat(results.at("/ShipmentCharges/ItemizedCharges").isObject()).isTrue();
    JsonNode two = shipped(version, ShipQuestion.smallest().packages(2));
    assertThat(two.get("PackageResults").isArray()).isTrue();
  }

  @Test
  void givesArraysInNewVersionsButTheControlLogOnlyInTheNewest() {
    ShipQuestion dear =
        ShipQuestion.smallest()
            .with(
                "/Package/0/PackageServiceOptions",
                "{\"DeclaredValue\":{\"CurrencyCode\":\"USD\",\"MonetaryValue\":\"1500\"}}");
    JsonNode before = shipped("v2403", dear);
    JsonNode newest = shipped("v2409", dear);
    assertThat(before.get("PackageResults").isArray()).isTrue();
    assertThat(before.get("ControlLogReceipt").isObject()).isTrue();
    assertThat(newest.get("ControlLogReceipt").isArray()).isTrue();
    assertThat(amount(newest, "/ShipmentCharges/ServiceOptionsCharges"))
        .isEqualByComparingTo("17.50");
    assertThat(shipped(ShipQuestion.smallest()).has("ControlLogReceipt")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"ShipmentRequest\":", "{}", "[]", "", "{\"ShipmentRequest\":\"x\"}"})
  void answersAMalformedRequestWithNothingButAHeader(String body) {
    Reply reply =
        caller.json(
            "/api/shipments/v2409/ship", body, "Authorization", "Bearer " + access("alice"));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEmpty();
    assertThat(reply.header("errorcode")).isEqualTo("1");
    assertThat(ups.shipments().get("count").asInt()).isZero();
  }

  @Test
  void answersAnEmptyTextWhereNoContextWasSent() {
    ShipQuestion question =
        ShipQuestion.smallest().without("/ShipmentRequest/Request/TransactionReference");
    JsonNode response = caller.ship(access("alice"), question).json();
    assertThat(response.at("/ShipmentResponse/Response/TransactionReference").isTextual()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"BillReceiver\":{\"AccountNumber\":\"R1R1R1\",\"Address\":{\"PostalCode\":\"10036\"}}}",
        "{\"BillThirdParty\":{\"AccountNumber\":\"T1T1T1\",\"Address\":{\"CountryCode\":\"US\"}}}",
        "{\"ConsigneeBilledIndicator\":\"\"}",
      })
  void billsOthersAtPublishedRates(String payer) {
    String charge = payer.replaceFirst("\\{", "{\"Type\":\"01\",");
    ShipQuestion question =
        ShipQuestion.smallest().with("/PaymentInformation/ShipmentCharge", "[" + charge + "]");
    JsonNode results = shipped(question);
    assertThat(results.has("NegotiatedRateCharges")).isFalse();
    assertThat(amount(results, "/ShipmentCharges/TotalCharges")).isPositive();
  }

  @Test
  void billsDutiesApartWhenABorderIsCrossed() {
    String charges =
        "[{\"Type\":\"01\",\"BillShipper\":{\"AccountNumber\":\"A1B2C3\"}},{\"Type\":\"02\","
            + "\"BillReceiver\":{\"AccountNumber\":\"R1R1R1\",\"Address\":{\"PostalCode\":\"M5V2T6\"}}}]";
    assertThat(shipped(ShipQuestion.toCanada().with("/PaymentInformation/ShipmentCharge", charges)))
        .isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"9, true, false", "10, true, false", "8, false, true", "3, false, false"})
  void givesALabelOrALinkByTheKindOfReturn(String code, boolean label, boolean link) {
    JsonNode results =
        shipped(
            ShipQuestion.smallest()
                .with("/ReturnService", "{\"Code\":\"" + code + "\"}")
                .with("/Package/0/Description", "\"Shoes\""));
    assertThat(results.at("/PackageResults/0").has("ShippingLabel")).isEqualTo(label);
    assertThat(results.has("LabelURL")).isEqualTo(link);
    if (link) {
      String path = URI.create(results.get("LabelURL").asText()).getPath();
      assertThat(caller.get(path).body()).contains("data:image/gif;base64,");
    }
  }

  @Test
  void refusesTokensAndProductsAsEverywhere() {
    assertThat(caller.ship("made-up", ShipQuestion.smallest()).error()).startsWith("401 250002 ");
    String access = access("alice");
    ups.enablesProducts("Rating");
    assertThat(caller.ship(access, ShipQuestion.smallest()).error()).startsWith("401 250002 ");
  }

  @Test
  void takesReferencesOnTheShipmentWithinCanada() {
    String toronto =
        "{\"AddressLine\":[\"9 King St W\"],\"City\":\"Toronto\",\"StateProvinceCode\":\"ON\","
            + "\"PostalCode\":\"M5V2T6\",\"CountryCode\":\"CA\"}";
    String charge = "[{\"Type\":\"01\",\"BillShipper\":{\"AccountNumber\":\"R7T901\"}}]";
    JsonNode results =
        shipped(
            ShipQuestion.toCanada()
                .without("/ShipmentServiceOptions")
                .with("/Shipper/ShipperNumber", "\"R7T901\"")
                .with("/Shipper/Address", toronto)
                .with("/PaymentInformation/ShipmentCharge", charge));
    assertThat(number(results)).startsWith("1ZR7T901");
    assertThat(results.at("/ShipmentCharges/TotalCharges/CurrencyCode").asText()).isEqualTo("CAD");
    assertThat(ups.shipments("SC-0001").get("count").asInt()).isEqualTo(1);
  }
}
