package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supercargo.simulator.UpsCaller.REDIRECT;
import static org.supercargo.simulator.UpsCaller.redeeming;
import static org.supercargo.simulator.UpsCaller.wish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Ups;
import org.supercargo.simulator.UpsCaller.Reply;

/** Every kind of answer against UPS's own files; passes, and says so, where those are absent. */
class SpecificationTest {
  private static final String AUTHORIZE = "/~1v1~1oauth~1authorize/get";
  private static final String TOKEN = "/~1v1~1oauth~1token/post";
  private static final String REFRESH = "/~1v1~1oauth~1refresh/post";
  private static final String RATE = "/~1rating~1{version}~1{requestoption}/post";

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

  private static Optional<Specification> oauth() {
    return Specification.read("OAuthAuthCode.yaml")
        .map(
            file ->
                file.requiringAllOf("generateTokenSuccessResponse")
                    .requiringAllOf("refreshTokenSuccessResponse")
                    .requiringAllOf("tokenErrorResponse")
                    .requiringAllOf("errorResponseWrapper")
                    .requiringAllOf("errors"));
  }

  private static Optional<Specification> rating() {
    return Specification.rating()
        .map(file -> file.requiringAllOf("ErrorResponse").requiringAllOf("CommonErrorResponse"));
  }

  private static void assertFits(Specification file, String operation, int status, Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.header("content-type")).startsWith("application/json");
    assertThat(file.complaints(operation, status, reply.json())).as(reply.body()).isEmpty();
  }

  private String access(String user) {
    return caller.tokensOf(user).get("access_token").asText();
  }

  @Test
  void sendsToTheLogInPageWithAllHeadersOfTheSpecification() {
    Reply reply = caller.authorize(wish());
    oauth()
        .ifPresent(
            file ->
                assertThat(file.headers(AUTHORIZE, reply.status()))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(reply.header(name)).as(name).isNotEmpty()));
  }

  @Test
  void answersAuthorizeAsSpecified() {
    Reply bad = caller.authorize(wish("redirect_uri", "http://other/"));
    Reply unknown = caller.authorize(wish("client_id", "stranger"));
    ups.blocksTheMerchant(true);
    Reply blocked = caller.authorize(wish());
    oauth()
        .ifPresent(
            file -> {
              assertFits(file, AUTHORIZE, 400, bad);
              assertFits(file, AUTHORIZE, 401, unknown);
              assertFits(file, AUTHORIZE, 403, blocked);
            });
  }

  @Test
  void answersTokenAsSpecified() {
    String path = "/security/v1/oauth/token";
    Reply good = caller.token(redeeming(caller.code("alice")));
    Reply bad = caller.token(redeeming("spent"));
    Reply unknown =
        caller.form(path, redeeming("any"), "Authorization", UpsCaller.basic("stranger", "x"));
    ups.blocksTheMerchant(true);
    Reply blocked = caller.token(redeeming("any"));
    oauth()
        .ifPresent(
            file -> {
              assertFits(file, TOKEN, 200, good);
              assertFits(file, TOKEN, 400, bad);
              assertFits(file, TOKEN, 401, unknown);
              assertFits(file, TOKEN, 403, blocked);
            });
  }

  @Test
  void answersRefreshAsSpecified() {
    Reply good = caller.refresh(caller.tokensOf("alice").get("refresh_token").asText());
    Reply bad = caller.refresh("spent");
    ups.blocksTheMerchant(true);
    Reply blocked = caller.refresh("any");
    oauth()
        .ifPresent(
            file -> {
              assertFits(file, REFRESH, 200, good);
              assertFits(file, REFRESH, 400, bad);
              assertFits(file, REFRESH, 403, blocked);
            });
  }

  @Test
  void answersRatesAsSpecified() {
    List<Reply> replies = new ArrayList<>();
    for (String version : List.of("v2403", "v2409")) {
      for (String option : List.of("Rate", "Shop", "Ratetimeintransit", "Shoptimeintransit")) {
        String path = "/api/rating/" + version + "/" + option;
        replies.add(caller.rate(path, access("alice"), RateQuestion.from("A1B2C3").build()));
        replies.add(caller.rate(path, access("dave"), manyHeavyParcels().build()));
      }
    }
    rating().ifPresent(file -> replies.forEach(reply -> assertFits(file, RATE, 200, reply)));
  }

  private static RateQuestion manyHeavyParcels() {
    RateQuestion question =
        RateQuestion.from("D4V300").with("/ShipTo/Address/ResidentialAddressIndicator", "\"\"");
    String parcel = question.build().at("/RateRequest/Shipment/Package/0").toString();
    String heavy = parcel.replace("\"5\"", "\"149.5\"");
    return question.with("/Package", "[" + String.join(",", Collections.nCopies(200, heavy)) + "]");
  }

  @Test
  void refusesRatesAsSpecified() {
    Reply bad = caller.rate(access("carol"), RateQuestion.from("A1B2C3").build());
    Reply unknown = caller.rate("made-up", RateQuestion.from("A1B2C3").build());
    String access = access("alice");
    ups.blocksTheMerchant(true);
    Reply blocked = caller.rate(access, RateQuestion.from("A1B2C3").build());
    rating()
        .ifPresent(
            file -> {
              assertFits(file, RATE, 400, bad);
              assertFits(file, RATE, 401, unknown);
              assertFits(file, RATE, 403, blocked);
            });
  }

  @Test
  void isAskedInTheTestsAsSpecified() {
    rating()
        .ifPresent(
            file -> {
              JsonNode good = RateQuestion.from("A1B2C3").build();
              assertThat(file.complaintsAboutRequest(RATE, good)).isEmpty();
              assertThat(file.complaintsAboutRequest(RATE, manyHeavyParcels().build())).isEmpty();
              JsonNode bad = RateQuestion.from("A1B2C3").without("/ShipTo").build();
              assertThat(file.complaintsAboutRequest(RATE, bad)).isNotEmpty();
            });
  }

  @Test
  void wouldNoticeAMisspeltAMissingAndANumericField() {
    JsonNode tokens = caller.tokensOf("alice");
    oauth()
        .ifPresent(
            file -> {
              ObjectNode misspelt = tokens.deepCopy();
              misspelt.set("accessToken", misspelt.remove("access_token"));
              assertThat(file.complaints(TOKEN, 200, misspelt)).hasSize(2);
              ObjectNode numeric = tokens.<ObjectNode>deepCopy().put("expires_in", 3599);
              assertThat(file.complaints(TOKEN, 200, numeric)).hasSize(1);
            });
  }
}
