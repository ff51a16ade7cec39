package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supercargo.simulator.UpsCaller.REDIRECT;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Ups;
import org.supercargo.simulator.UpsCaller.Reply;

class RateTest {
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

  private static final String UNAUTHORIZED = "401 250002 Invalid Authentication Information.";
  private static final String WRONG_NUMBER = "400 112111 Missing or invalid shipper number";

  private String access(String user) {
    return caller.tokensOf(user).get("access_token").asText();
  }

  private JsonNode rated(String user, RateQuestion question) {
    Reply reply = caller.rate(access(user), question.build());
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().at("/RateResponse/RatedShipment/0");
  }

  private static BigDecimal amount(JsonNode rate, String pointer) {
    JsonNode value = rate.at(pointer + "/MonetaryValue");
    assertThat(value.isTextual()).as(pointer).isTrue();
    return new BigDecimal(value.asText());
  }

  private static List<String> alerts(JsonNode rate) {
    return rate.get("RatedShipmentAlert").findValuesAsText("Code");
  }

  @Test
  void pricesAShipmentOfAnAccountOfTheLogIn() {
    JsonNode rate = rated("alice", RateQuestion.from("A1B2C3"));
    assertThat(rate.at("/Service/Code").asText()).isEqualTo("03");
    assertThat(rate.at("/BillingWeight/Weight").asText()).isEqualTo("5.0");
    assertThat(rate.at("/TotalCharges/CurrencyCode").asText()).isEqualTo("USD");
    assertThat(amount(rate, "/TotalCharges")).isGreaterThan(BigDecimal.TEN).hasScaleOf(2);
    assertThat(alerts(rate)).containsExactly("110971");
  }

  @Test
  void tellsNegotiatedChargesBelowThePublishedOnes() {
    JsonNode rate = rated("alice", RateQuestion.from("A1B2C3"));
    assertThat(amount(rate, "/NegotiatedRateCharges/TotalCharge"))
        .isLessThan(amount(rate, "/TotalCharges"))
        .isPositive();
  }

  @Test
  void tellsNoNegotiatedChargesUnlessAsked() {
    JsonNode rate = rated("alice", RateQuestion.from("A1B2C3").without("/ShipmentRatingOptions"));
    assertThat(rate.has("NegotiatedRateCharges")).isFalse();
    assertThat(alerts(rate)).containsExactly("110971");
  }

  @Test
  void takesAnEmptyIndicatorForAYes() {
    JsonNode rate =
        rated(
            "alice",
            RateQuestion.from("A1B2C3")
                .with("/ShipmentRatingOptions/NegotiatedRatesIndicator", "\"\""));
    assertThat(rate.has("NegotiatedRateCharges")).isTrue();
  }

  @Test
  void warnsAnAccountWithoutNegotiatedRates() {
    JsonNode rate = rated("dave", RateQuestion.from("D4V300"));
    assertThat(alerts(rate)).containsExactly("110971", "120900");
    assertThat(rate.has("NegotiatedRateCharges")).isFalse();
  }

  @Test
  void warnsWhenTheOriginHasNoState() {
    RateQuestion question =
        RateQuestion.from("A1B2C3").without("/ShipFrom/Address/StateProvinceCode");
    assertThat(alerts(rated("alice", question))).contains("120900");
  }

  @Test
  void keepsLeadingZerosOfANumber() {
    assertThat(rated("alice", RateQuestion.from("001234")).has("NegotiatedRateCharges")).isTrue();
    assertThat(caller.rate(access("alice"), RateQuestion.from("1234").build()).error())
        .isEqualTo(WRONG_NUMBER);
  }

  @Test
  void refusesANumberThatTheLogInDoesNotHold() {
    String carol = access("carol");
    Reply reply = caller.rate(carol, RateQuestion.from("A1B2C3").build());
    assertThat(reply.error()).isEqualTo(WRONG_NUMBER);
    assertThat(reply.header("apierrorcode")).isEqualTo("112111");
    assertThat(reply.header("apierrormsg")).isEqualTo("Missing or invalid shipper number");
    for (RateQuestion question :
        List.of(
            RateQuestion.from("a1b2c3"),
            RateQuestion.from("0000A1B2C3"),
            RateQuestion.from("A1B2C3").with("/Shipper/ShipperNumber", "123456"),
            RateQuestion.from("A1B2C3").without("/Shipper/ShipperNumber"))) {
      assertThat(caller.rate(access("alice"), question.build()).error()).isEqualTo(WRONG_NUMBER);
    }
  }

  @Test
  void knowsANumberAsSoonAsTheLogInHoldsIt() {
    String carol = access("carol");
    ups.hasUser("carol", "A1B2C3");
    assertThat(caller.rate(carol, RateQuestion.from("A1B2C3").build()).status()).isEqualTo(200);
  }

  @Test
  void refusesAMissingMadeUpOrExpiredToken() {
    String access = access("alice");
    String body = RateQuestion.from("A1B2C3").build().toString();
    String path = "/api/rating/v2409/Rate";
    assertThat(caller.json(path, body).error()).isEqualTo(UNAUTHORIZED);
    assertThat(caller.json(path, body, "Authorization", "Bearer x.y.z").error())
        .isEqualTo(UNAUTHORIZED);
    assertThat(caller.json(path, body, "Authorization", access).error()).isEqualTo(UNAUTHORIZED);
    ups.skewsClock(Duration.ofSeconds(3601));
    Reply expired = caller.rate(access, RateQuestion.from("A1B2C3").build());
    assertThat(expired.error()).isEqualTo(UNAUTHORIZED);
    assertThat(expired.header("errorcode")).isEqualTo("250002");
  }

  @Test
  void refusesAProductThatTheApplicationLacksAsIfTheTokenWereBad() {
    String access = access("alice");
    ups.enablesProducts("Tracking");
    assertThat(caller.rate(access, RateQuestion.from("A1B2C3").build()).error())
        .isEqualTo(UNAUTHORIZED);
    ups.enablesProducts("Tracking", "Rating");
    assertThat(caller.rate(access, RateQuestion.from("A1B2C3").build()).status()).isEqualTo(200);
  }

  @Test
  void refusesABlockedMerchant() {
    String access = access("alice");
    ups.blocksTheMerchant(true);
    assertThat(caller.rate(access, RateQuestion.from("A1B2C3").build()).error())
        .isEqualTo("403 10403 Blocked Merchant");
  }

  @Test
  void echoesTheTransactionAndTellsItsOwnIds() {
    Reply reply =
        caller.json(
            "/api/rating/v2409/Rate",
            RateQuestion.from("A1B2C3").build().toString(),
            "Authorization",
            "Bearer " + access("alice"),
            "transId",
            "my-own-id");
    assertThat(reply.header("bkndtransid")).isEqualTo("my-own-id");
    assertThat(reply.header("x-request-id")).isNotEmpty();
    assertThat(reply.json().at("/RateResponse/Response/TransactionReference/CustomerContext"))
        .isEqualTo(UpsCaller.JSON.valueToTree("ctx"));
    RateQuestion silent =
        RateQuestion.from("A1B2C3").with("/RateRequest/Request", "{\"SubVersion\": \"2409\"}");
    Reply without = caller.rate(access("alice"), silent.build());
    assertThat(without.json().at("/RateResponse/Response/TransactionReference"))
        .isEqualTo(UpsCaller.JSON.valueToTree(""));
    assertThat(without.header("bkndtransid")).isNotEmpty();
  }

  @Test
  void pricesHeavierAndFartherHigher() {
    BigDecimal near = amount(rated("alice", RateQuestion.from("A1B2C3")), "/TotalCharges");
    RateQuestion heavy =
        RateQuestion.from("A1B2C3").with("/Package/0/PackageWeight/Weight", "\"50\"");
    RateQuestion far =
        RateQuestion.from("A1B2C3")
            .with("/ShipTo/Address/PostalCode", "\"98101\"")
            .with("/ShipTo/Address/StateProvinceCode", "\"WA\"");
    assertThat(amount(rated("alice", heavy), "/TotalCharges")).isGreaterThan(near);
    assertThat(amount(rated("alice", far), "/TotalCharges")).isGreaterThan(near);
  }

  @Test
  void shopsAllServicesThatGoThere() {
    List<String> codes = new ArrayList<>();
    Reply reply =
        caller.rate(
            "/api/rating/v2409/Shop",
            access("alice"),
            RateQuestion.from("A1B2C3").without("/Service").build());
    for (JsonNode rate : reply.json().at("/RateResponse/RatedShipment")) {
      codes.add(rate.at("/Service/Code").asText());
      assertThat(amount(rate, "/NegotiatedRateCharges/TotalCharge"))
          .isLessThan(amount(rate, "/TotalCharges"));
    }
    assertThat(codes).containsExactly("01", "02", "03", "12", "13", "14", "59");
  }
}
