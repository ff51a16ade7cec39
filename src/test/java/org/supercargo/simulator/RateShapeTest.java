package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supercargo.simulator.UpsCaller.REDIRECT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supercargo.scenario.Ups;

class RateShapeTest {
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

  private static final List<String> REPEATABLE =
      List.of("RatedShipmentAlert", "ItemizedCharges", "RatedPackage");

  private JsonNode rate(String versionAndOption, RateQuestion question) {
    String access = caller.tokensOf("alice").get("access_token").asText();
    var reply = caller.rate("/api/rating/" + versionAndOption, access, question.build());
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().at("/RateResponse/RatedShipment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v1601", "v1607", "v1701", "v1707", "v1801", "v2108", "v2205"})
  void givesLoneObjectsInOldVersions(String version) {
    JsonNode rate = rate(version + "/Rate", RateQuestion.from("A1B2C3"));
    assertThat(rate.isObject()).isTrue();
    assertThat(REPEATABLE).allSatisfy(name -> assertThat(rate.get(name).isObject()).isTrue());
    assertThat(rate.has("Zone")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2403", "v2409"})
  void givesArraysInNewVersions(String version) {
    JsonNode rates = rate(version + "/Rate", RateQuestion.from("A1B2C3"));
    assertThat(rates.isArray()).isTrue();
    assertThat(REPEATABLE)
        .allSatisfy(name -> assertThat(rates.get(0).get(name).isArray()).isTrue());
    assertThat(rates.get(0).has("Zone")).isEqualTo(version.equals("v2409"));
  }

  @Test
  void givesAnArrayInOldVersionsWhenThereAreSeveral() {
    assertThat(rate("v1/Shop", RateQuestion.from("A1B2C3")).isArray()).isTrue();
  }

  @Test
  void knowsNoOtherVersionAndNoOtherOption() {
    String access = caller.tokensOf("alice").get("access_token").asText();
    for (String path : List.of("v9/Rate", "v2409/rate", "v2409/Nothing", "v2409")) {
      var reply = caller.rate("/api/rating/" + path, access, RateQuestion.from("A1B2C3").build());
      assertThat(reply.status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void takesALoneObjectForAList() {
    RateQuestion question =
        RateQuestion.from("A1B2C3")
            .with("/ShipTo/Address/AddressLine", "\"11 Times Sq\"")
            .with(
                "/Package",
                "{\"PackagingType\":{\"Code\":\"02\"},\"PackageWeight\":{\"UnitOfMeasurement\":"
                    + "{\"Code\":\"KGS\"},\"Weight\":\"2.5\"}}");
    JsonNode rate = rate("v2409/Rate", question).get(0);
    assertThat(rate.at("/BillingWeight/UnitOfMeasurement/Code").asText()).isEqualTo("KGS");
    assertThat(rate.at("/BillingWeight/Weight").asText()).isEqualTo("3.0");
    assertThat(rate.at("/RatedPackage/0/Weight").asText()).isEqualTo("2.5");
  }

  @Test
  void itemizesTheResidentialSurcharge() {
    RateQuestion question =
        RateQuestion.from("A1B2C3").with("/ShipTo/Address/ResidentialAddressIndicator", "\"\"");
    JsonNode rate = rate("v2409/Rate", question).get(0);
    assertThat(rate.get("ItemizedCharges").findValuesAsText("Code")).containsExactly("375", "270");
  }

  @Test
  void countsBusinessDaysInTransit() {
    RateQuestion friday =
        RateQuestion.from("A1B2C3")
            .with("/Service/Code", "\"02\"")
            .with(
                "/DeliveryTimeInformation",
                "{\"PackageBillType\":\"03\",\"Pickup\":{\"Date\":\"20261127\"}}");
    for (String path :
        List.of("v2409/Ratetimeintransit", "v2409/Rate?additionalinfo=timeintransit")) {
      JsonNode transit = rate(path, friday).at("/0/TimeInTransit");
      assertThat(transit.get("PickupDate").asText()).isEqualTo("20261127");
      JsonNode arrival = transit.at("/ServiceSummary/EstimatedArrival");
      assertThat(arrival.at("/Arrival/Date").asText()).isEqualTo("20261201");
      assertThat(arrival.get("BusinessDaysInTransit").asText()).isEqualTo("2");
      assertThat(arrival.get("DayOfWeek").asText()).isEqualTo("TUE");
    }
    assertThat(rate("v2409/Rate", friday).get(0).has("TimeInTransit")).isFalse();
    assertThat(rate("v2409/Shoptimeintransit", friday))
        .allSatisfy(rate -> assertThat(rate.has("TimeInTransit")).isTrue());
  }

  @Test
  void pricesInTheMoneyOfTheOriginAndYenWithoutDecimals() {
    RateQuestion question = RateQuestion.from("A1B2C3").with("/Service/Code", "\"07\"");
    for (String party : List.of("/ShipFrom/Address", "/Shipper/Address")) {
      question.with(
          party, "{\"AddressLine\":[\"1-1\"],\"CountryCode\":\"JP\",\"PostalCode\":\"1000001\"}");
    }
    JsonNode total = rate("v2409/Rate", question).at("/0/TotalCharges");
    assertThat(total.get("CurrencyCode").asText()).isEqualTo("JPY");
    assertThat(total.get("MonetaryValue").asText()).matches("\\d+");
  }
}
