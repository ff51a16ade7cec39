package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supercargo.simulator.UpsCaller.REDIRECT;
import static org.supercargo.simulator.UpsCaller.basic;
import static org.supercargo.simulator.UpsCaller.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Ups;
import org.supercargo.simulator.UpsCaller.Reply;

class RefreshTest {
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

  private static final String REFRESH = "/security/v1/oauth/refresh";
  private static final String REFUSED = "400 10400 Invalid Refresh Token";

  private static String refreshToken(JsonNode tokens) {
    return tokens.get("refresh_token").asText();
  }

  private int rateStatus(JsonNode tokens) {
    return caller
        .rate(tokens.get("access_token").asText(), RateQuestion.from("A1B2C3").build())
        .status();
  }

  @Test
  void givesANewPairAndCountsUp() {
    JsonNode first = caller.tokensOf("alice");
    JsonNode second = caller.refresh(refreshToken(first)).json();
    assertThat(second.properties())
        .hasSize(12)
        .allSatisfy(field -> assertThat(field.getValue().isTextual()).isTrue());
    assertThat(second.get("refresh_count").asText()).isEqualTo("1");
    assertThat(second.get("access_token")).isNotEqualTo(first.get("access_token"));
    assertThat(second.get("refresh_token")).isNotEqualTo(first.get("refresh_token"));
    assertThat(caller.refresh(refreshToken(second)).json().get("refresh_count").asText())
        .isEqualTo("2");
  }

  @Test
  void refusesAUsedRefreshToken() {
    JsonNode first = caller.tokensOf("alice");
    JsonNode second = caller.refresh(refreshToken(first)).json();
    Reply again = caller.refresh(refreshToken(first));
    assertThat(again.error()).isEqualTo(REFUSED);
    assertThat(again.header("errordescription")).isEqualTo("Invalid Refresh Token");
    assertThat(caller.refresh(refreshToken(second)).status()).isEqualTo(200);
  }

  @Test
  void letsOneOfTenWinThatComeTogether() throws Exception {
    String token = refreshToken(caller.tokensOf("alice"));
    List<Callable<Integer>> ten = Collections.nCopies(10, () -> caller.refresh(token).status());
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> call : threads.invokeAll(ten)) {
        statuses.add(call.get());
      }
    }
    assertThat(statuses).hasSize(10).containsOnlyOnce(200).containsOnly(200, 400);
  }

  @Test
  void leavesTheOldAccessTokenToItsOwnEnd() {
    JsonNode first = caller.tokensOf("alice");
    caller.refresh(refreshToken(first));
    assertThat(rateStatus(first)).isEqualTo(200);
    ups.skewsClock(Duration.ofSeconds(3601));
    assertThat(rateStatus(first)).isEqualTo(401);
  }

  @Test
  void acceptsAUsedOneWithinTheGraceAndNotAfter() {
    ups.toleratesUsedRefreshTokensFor(Duration.ofSeconds(10));
    JsonNode first = caller.tokensOf("alice");
    assertThat(caller.refresh(refreshToken(first)).status()).isEqualTo(200);
    ups.skewsClock(Duration.ofSeconds(8));
    assertThat(caller.refresh(refreshToken(first)).status()).isEqualTo(200);
    ups.skewsClock(Duration.ofSeconds(12));
    assertThat(caller.refresh(refreshToken(first)).error()).isEqualTo(REFUSED);
  }

  @Test
  void refusesAnExpiredOne() {
    ups.expiresTokensAfter(Duration.ofHours(1), Duration.ofDays(60));
    JsonNode tokens = caller.tokensOf("alice");
    ups.skewsClock(Duration.ofDays(60).plusSeconds(1));
    assertThat(caller.refresh(refreshToken(tokens)).error()).isEqualTo(REFUSED);
    ups.skewsClock(Duration.ofDays(59));
    assertThat(caller.refresh(refreshToken(tokens)).status()).isEqualTo(200);
  }

  @Test
  void startsANewLifeWithEveryRefresh() {
    JsonNode first = caller.tokensOf("alice");
    ups.skewsClock(Duration.ofDays(59));
    JsonNode second = caller.refresh(refreshToken(first)).json();
    ups.skewsClock(Duration.ofDays(100));
    assertThat(caller.refresh(refreshToken(second)).status()).isEqualTo(200);
  }

  @Test
  void knowsNothingMoreOfARevokedLogIn() {
    JsonNode alice = caller.tokensOf("alice");
    JsonNode bob = caller.tokensOf("bob");
    ups.revokes("alice");
    assertThat(caller.refresh(refreshToken(alice)).error()).isEqualTo(REFUSED);
    assertThat(rateStatus(alice)).isEqualTo(401);
    assertThat(caller.refresh(refreshToken(bob)).status()).isEqualTo(200);
  }

  @Test
  void refusesWhatIsNoRefreshToken() {
    JsonNode tokens = caller.tokensOf("alice");
    assertThat(caller.refresh("made-up").error()).isEqualTo(REFUSED);
    assertThat(caller.refresh("").error()).isEqualTo(REFUSED);
    assertThat(caller.refresh(tokens.get("access_token").asText()).error()).isEqualTo(REFUSED);
    assertThat(caller.rate(refreshToken(tokens), RateQuestion.from("A1B2C3").build()).status())
        .isEqualTo(401);
  }

  @Test
  void refusesTheTokenOfAnotherClientAndLeavesItAlive() {
    caller.json("/control/clients", "{\"clientId\":\"other\",\"secret\":\"s\"}");
    String token = refreshToken(caller.tokensOf("alice"));
    Map<String, String> form = fields("grant_type", "refresh_token", "refresh_token", token);
    assertThat(caller.form(REFRESH, form, "Authorization", basic("other", "s")).error())
        .isEqualTo(REFUSED);
    assertThat(caller.refresh(token).status()).isEqualTo(200);
  }

  @Test
  void asksForBasicAndTheRightGrant() {
    String token = refreshToken(caller.tokensOf("alice"));
    Map<String, String> form = fields("grant_type", "refresh_token", "refresh_token", token);
    assertThat(caller.form(REFRESH, form).error())
        .isEqualTo("400 10400 Invalid/Missing Authorization Header");
    assertThat(caller.form(REFRESH, form, "Authorization", basic("supercargo-demo", "no")).error())
        .isEqualTo("401 10401 ClientId is Invalid");
    form.put("grant_type", "authorization_code");
    assertThat(caller.form(REFRESH, form, "Authorization", UpsCaller.demoBasic()).error())
        .isEqualTo("400 10400 Invalid Grant Type");
    assertThat(caller.refresh(token).status()).isEqualTo(200);
  }

  @Test
  void refusesABlockedMerchantWithoutSpendingTheToken() {
    String token = refreshToken(caller.tokensOf("alice"));
    ups.blocksTheMerchant(true);
    assertThat(caller.refresh(token).error()).isEqualTo("403 10403 Blocked Merchant");
    ups.blocksTheMerchant(false);
    assertThat(caller.refresh(token).status()).isEqualTo(200);
  }
}
