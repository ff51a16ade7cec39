package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supercargo.simulator.UpsCaller.Reply;

class RateSurchargeTest extends InSimulator {

  private JsonNode rates(String option, RateQuestion question) {
    Reply reply = caller.rate("/api/rating/v2409/" + option, access("alice"), question.build());
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().at("/RateResponse/RatedShipment");
  }

  private JsonNode rated(RateQuestion question) {
    return rates("Rate", question).get(0);
  }

  private static BigDecimal amount(JsonNode node, String pointer) {
    return new BigDecimal(node.at(pointer + "/MonetaryValue").asText());
  }

  private static String inches(int length, int width, int height) {
    return ("{\"UnitOfMeasurement\":{\"Code\":\"IN\"},\"Length\":\"%d\",\"Width\":\"%d\","
            + "\"Height\":\"%d\"}")
        .formatted(length, width, height);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "270 | /ShipTo/Address/ResidentialAddressIndicator | \"\"",
        "376 | /ShipTo/Address | {\"AddressLine\":[\"1\"],\"City\":\"Nome\","
            + "\"StateProvinceCode\":\"AK\",\"PostalCode\":\"99762\",\"CountryCode\":\"US\"}",
        "100 | /Package/0/AdditionalHandlingIndicator | \"\"",
        "434 | /Package/0/Dimensions | {\"UnitOfMeasurement\":{\"Code\":\"IN\"},"
            + "\"Length\":\"97\",\"Width\":\"5\",\"Height\":\"5\"}",
        "120 | /Package/0/PackageServiceOptions | {\"DeliveryConfirmation\":{\"DCISType\":\"1\"}}",
        "121 | /ShipmentServiceOptions | {\"DeliveryConfirmation\":{\"DCISType\":\"1\"}}",
        "250 | /ShipmentServiceOptions | {\"ReturnService\":{\"Code\":\"9\"}}",
        "400 | /ShipmentServiceOptions | {\"ReturnService\":{\"Code\":\"3\"}}",
        "300 | /ShipmentServiceOptions | {\"SaturdayDeliveryIndicator\":\"\"}",
      })
  void itemizesWhatCostsMore(String code, String pointer, String value) {
    BigDecimal plain = amount(rated(RateQuestion.from("A1B2C3")), "/TotalCharges");
    JsonNode rate = rated(RateQuestion.from("A1B2C3").with(pointer, value));
    assertThat(rate.get("ItemizedCharges").findValuesAsText("Code")).containsExactly("375", code);
    assertThat(rate.at("/NegotiatedRateCharges/ItemizedCharges").findValuesAsText("Code"))
        .containsExactly("375", code);
    assertThat(amount(rate, "/TotalCharges")).isGreaterThan(plain);
    assertThat(amount(rate, "/TransportationCharges").add(amount(rate, "/ServiceOptionsCharges")))
        .isEqualTo(amount(rate, "/TotalCharges"));
  }

  @Test
  void insuresWhatIsWorthMoreThanAHundredWithoutAnItem() {
    JsonNode rate =
        rated(
            RateQuestion.from("A1B2C3")
                .with(
                    "/Package/0/PackageServiceOptions",
                    "{\"DeclaredValue\":{\"CurrencyCode\":\"USD\",\"MonetaryValue\":\"300\"}}"));
    assertThat(rate.at("/ServiceOptionsCharges/MonetaryValue").asText()).isEqualTo("2.50");
    assertThat(rate.get("ItemizedCharges")).hasSize(1);
  }

  @Test
  void weighsRoomAgainstTheScale() {
    JsonNode roomy =
        rated(RateQuestion.from("A1B2C3").with("/Package/0/Dimensions", inches(20, 20, 20)));
    assertThat(roomy.at("/BillingWeight/Weight").asText()).isEqualTo("58.0");
    assertThat(roomy.at("/RatedPackage/0/Weight").asText()).isEqualTo("5.0");
    JsonNode small =
        rated(RateQuestion.from("A1B2C3").with("/Package/0/Dimensions", inches(4, 4, 4)));
    assertThat(small.at("/BillingWeight/Weight").asText()).isEqualTo("5.0");
  }

  @ParameterizedTest
  @CsvSource({"108, 14, 14, 200", "109, 1, 1, 400", "65, 25, 25, 200", "66, 25, 25, 400"})
  void refusesWhatIsTooBig(int length, int width, int height, int status) {
    RateQuestion question =
        RateQuestion.from("A1B2C3").with("/Package/0/Dimensions", inches(length, width, height));
    Reply reply = caller.rate(access("alice"), question.build());
    assertThat(reply.status()).isEqualTo(status);
    if (status == 400) {
      assertThat(reply.error()).startsWith("400 111057 ");
    }
  }

  @Test
  void guaranteesTheFastOnesByTheHour() {
    for (JsonNode rate : rates("Shoptimeintransit", RateQuestion.from("A1B2C3"))) {
      String code = rate.at("/Service/Code").asText();
      JsonNode summary = rate.at("/TimeInTransit/ServiceSummary");
      if (code.equals("01")) {
        assertThat(rate.at("/GuaranteedDelivery/DeliveryByTime").asText()).isEqualTo("10:30 A.M.");
        assertThat(summary.at("/EstimatedArrival/Arrival/Time").asText()).isEqualTo("103000");
        assertThat(summary.has("GuaranteedIndicator")).isTrue();
      }
      if (code.equals("03")) {
        assertThat(rate.has("GuaranteedDelivery")).isFalse();
        assertThat(summary.has("GuaranteedIndicator")).isFalse();
        assertThat(summary.at("/EstimatedArrival/Arrival/Time").asText()).isEqualTo("230000");
      }
      assertThat(rate.at("/TimeInTransit/PackageBillType").asText()).isEqualTo("03");
    }
  }

  @Test
  void costsTheLessTheLongerItTakesMoreOrLess() {
    JsonNode rates = rates("Shop", RateQuestion.from("A1B2C3"));
    BigDecimal early = null;
    BigDecimal ground = null;
    for (JsonNode rate : rates) {
      early =
          rate.at("/Service/Code").asText().equals("14") ? amount(rate, "/TotalCharges") : early;
      ground =
          rate.at("/Service/Code").asText().equals("03") ? amount(rate, "/TotalCharges") : ground;
    }
    for (JsonNode rate : rates) {
      assertThat(amount(rate, "/TotalCharges")).isBetween(ground, early);
    }
  }

  @Test
  void ratesSeveralPackagesAsTheSumOfTheirOwn() {
    String parcel =
        RateQuestion.from("A1B2C3").build().at("/RateRequest/Shipment/Package/0").toString();
    JsonNode rate =
        rated(RateQuestion.from("A1B2C3").with("/Package", "[" + parcel + "," + parcel + "]"));
    assertThat(rate.get("RatedPackage")).hasSize(2);
    assertThat(
            amount(rate, "/RatedPackage/0/BaseServiceCharge")
                .add(amount(rate, "/RatedPackage/1/BaseServiceCharge")))
        .isEqualTo(amount(rate, "/BaseServiceCharge"));
  }

  @Test
  void billsTheSameAsItRates() {
    JsonNode shipped = shipped(ShipQuestion.smallest());
    JsonNode rate = rated(RateQuestion.from("A1B2C3"));
    assertThat(amount(shipped, "/ShipmentCharges/TotalCharges"))
        .isEqualTo(amount(rate, "/TotalCharges"));
    assertThat(amount(shipped, "/NegotiatedRateCharges/TotalCharge"))
        .isEqualTo(amount(rate, "/NegotiatedRateCharges/TotalCharge"));
  }
}
