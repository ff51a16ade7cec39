package org.supercargo.carrier.ups;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.AccountClaim;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.AuthorizationCode;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.ConsentRequest;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Proof;
import org.supercargo.carrier.Query;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;
import org.supercargo.scenario.Ups;

/** What goes over the wire to UPS, letter by letter. */
class UpsWireTest {
  private static final Secret STATE = Secret.of("a state+with/odd=letters");
  private static final Secret VERIFIER = Secret.of("v".repeat(43));
  private static Ups ups;

  @BeforeAll
  static void start() {
    ups = Ups.starts(Wired.REDIRECT);
  }

  @AfterAll
  static void stop() {
    ups.close();
  }

  @BeforeEach
  void calm() {
    ups.forgets();
  }

  @Test
  void asksAuthorizeWithWhatTheSpecificationNamesAndNothingElse() {
    try (Wired wired = Wired.to(ups)) {
      wired.login.consentPage(new ConsentRequest(STATE, null));
    }
    assertThat(query("authorize"))
        .isEqualTo(
            Map.of(
                "client_id",
                Ups.CLIENT_ID,
                "redirect_uri",
                Wired.REDIRECT,
                "response_type",
                "code",
                "state",
                STATE.reveal()));
    assertThat(last("authorize").get("headers").has("authorization")).isFalse();
  }

  @Test
  void addsTheChallengeAloneForAProofKey() {
    try (Wired wired = Wired.to(ups)) {
      wired.login.consentPage(new ConsentRequest(STATE, VERIFIER));
    }
    assertThat(query("authorize"))
        .containsOnlyKeys("client_id", "redirect_uri", "response_type", "state", "code_challenge")
        .containsEntry("code_challenge", ProofKey.challenge(VERIFIER));
  }

  @Test
  void redeemsACodeByBasic() {
    String code = code(null).code().reveal();
    assertThat(form("token"))
        .isEqualTo(
            Map.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", Wired.REDIRECT));
    assertThat(header("token", "authorization")).isEqualTo(basic());
    assertThat(header("token", "content-type")).isEqualTo("application/x-www-form-urlencoded");
    assertThat(header("token", "accept")).isEqualTo("application/json");
    assertThat(code).as("a code that has to be encoded").containsAnyOf("+", "/", "=");
  }

  @Test
  void redeemsACodeByProofKeyWithoutBasic() {
    AuthorizationCode code = code(VERIFIER);
    assertThat(form("token"))
        .isEqualTo(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code.code().reveal(),
                "redirect_uri",
                Wired.REDIRECT,
                "client_id",
                Ups.CLIENT_ID,
                "code_verifier",
                VERIFIER.reveal()));
    assertThat(last("token").get("headers").has("authorization")).isFalse();
  }

  @Test
  void refreshesByBasicAtItsOwnAddress() {
    try (Wired wired = Wired.to(ups)) {
      TokenSet tokens = wired.login.exchange(consented(wired, null));
      wired.login.refresh(tokens.refreshToken());
      assertThat(form("refresh"))
          .isEqualTo(
              Map.of(
                  "grant_type", "refresh_token", "refresh_token", tokens.refreshToken().reveal()));
    }
    assertThat(header("refresh", "authorization")).isEqualTo(basic());
    assertThat(last("refresh").get("path").asText()).isEqualTo("/security/v1/oauth/refresh");
  }

  @Test
  void sendsARefreshTokenOnceWhenTheConnectionIsCut() {
    try (Wired wired = Wired.to(ups)) {
      TokenSet tokens = wired.login.exchange(consented(wired, null));
      ups.cutsNextAfterWork("refresh");
      assertThatThrownBy(() -> wired.login.refresh(tokens.refreshToken()))
          .isInstanceOf(CarrierException.Unavailable.class);
    }
    assertThat(ups.refreshCalls()).isEqualTo(1);
  }

  @Test
  void asksRateForNegotiatedRatesWithTheShipperNumber() {
    rate(new Address(List.of("Suite 5", "1 Main St"), "Atlanta", "GA", "30328", "US"));
    JsonNode call = last("rate");
    assertThat(call.get("path").asText()).isEqualTo("/api/rating/v2409/Rate");
    assertThat(header("rate", "transid")).matches("[0-9a-f]{32}");
    assertThat(header("rate", "transactionsrc")).isEqualTo("supercargo test");
    assertThat(header("rate", "authorization")).startsWith("Bearer ");
    JsonNode shipment = UpsJson.read(call.get("body").asText().getBytes(UTF_8)).node();
    shipment = shipment.path("RateRequest").path("Shipment");
    assertThat(shipment.at("/Shipper/ShipperNumber").asText()).isEqualTo("A1B2C3");
    assertThat(shipment.at("/Service/Code").asText()).isEqualTo("03");
    assertThat(shipment.at("/ShipmentRatingOptions/NegotiatedRatesIndicator").isMissingNode())
        .isFalse();
    assertThat(shipment.at("/ShipTo/Address")).isEqualTo(shipment.at("/Shipper/Address"));
    assertThat(shipment.at("/Shipper/Address/AddressLine/1").asText()).isEqualTo("1 Main St");
  }

  @Test
  void neverUsesATransactionIdTwice() {
    Address address = new Address(List.of("1 Main St"), "Atlanta", "GA", "30328", "US");
    rate(address);
    String first = header("rate", "transid");
    rate(address);
    assertThat(header("rate", "transid")).isNotEqualTo(first);
  }

  @Test
  void findsAServiceForEveryOrigin() {
    List<Address> origins =
        List.of(
            new Address(List.of("1 Main St"), "Atlanta", "GA", "30328", "US"),
            new Address(List.of("1 Calle Sol"), "San Juan", "PR", "00901", "PR"),
            new Address(List.of("1 King St"), "Toronto", "ON", "M5V2T6", "CA"),
            new Address(List.of("Marienplatz 1"), "München", null, "80331", "DE"),
            new Address(List.of("ul. Prosta 1"), "Łódź", null, "90001", "PL"),
            new Address(List.of("Calle 1"), "México", null, "06000", "MX"),
            new Address(List.of("1 Queen's Road"), "Hong Kong", null, null, "HK"));
    for (Address origin : origins) {
      assertThat(rate(origin)).as(origin.country()).isInstanceOf(Proof.Proven.class);
    }
  }

  private static Proof rate(Address address) {
    try (Wired wired = Wired.to(ups)) {
      TokenSet tokens = wired.login.exchange(consented(wired, null));
      return wired.accounts.prove(
          new Credentials(tokens.accessToken(), tokens.accessExpiresAt(), 1),
          new AccountClaim("A1B2C3", address));
    }
  }

  private static AuthorizationCode code(Secret verifier) {
    try (Wired wired = Wired.to(ups)) {
      AuthorizationCode code = consented(wired, verifier);
      wired.login.exchange(code);
      return code;
    }
  }

  private static AuthorizationCode consented(Wired wired, Secret verifier) {
    URI page = wired.login.consentPage(new ConsentRequest(STATE, verifier));
    String query = ups.consents(page, "alice").getRawQuery();
    return new AuthorizationCode(Secret.of(Query.value(query, "code")), verifier);
  }

  private static JsonNode last(String operation) {
    JsonNode calls = ups.calls(operation).get("calls");
    return calls.get(calls.size() - 1);
  }

  private static Map<String, String> query(String operation) {
    return Query.values(last(operation).get("query").asText());
  }

  private static Map<String, String> form(String operation) {
    return Query.values(last(operation).get("body").asText());
  }

  private static String header(String operation, String name) {
    return last(operation).get("headers").get(name).get(0).asText();
  }

  private static String basic() {
    String pair = Ups.CLIENT_ID + ":" + Ups.CLIENT_SECRET;
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }
}
