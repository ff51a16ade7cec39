package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supercargo.simulator.UpsCaller.REDIRECT;
import static org.supercargo.simulator.UpsCaller.basic;
import static org.supercargo.simulator.UpsCaller.demoBasic;
import static org.supercargo.simulator.UpsCaller.fields;
import static org.supercargo.simulator.UpsCaller.redeeming;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Ups;
import org.supercargo.simulator.UpsCaller.Reply;

class TokenTest {
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

  private static final String TOKEN = "/security/v1/oauth/token";
  private static final String WRONG_CODE = "400 10400 Invalid authorization code";
  private static final String WRONG_HEADER = "400 10400 Invalid/Missing Authorization Header";
  private static final String WRONG_CLIENT = "401 10401 ClientId is Invalid";

  @Test
  void answersTwelveFieldsAllOfThemStrings() {
    Reply reply = caller.token(redeeming(caller.code("alice")));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).startsWith("application/json");
    JsonNode body = reply.json();
    assertThat(body.properties())
        .hasSize(12)
        .allSatisfy(field -> assertThat(field.getValue().isTextual()).as(field.getKey()).isTrue());
    assertThat(body.get("expires_in").asText()).isEqualTo("3599");
    assertThat(body.get("refresh_token_expires_in").asText()).isEqualTo("5183999");
    assertThat(body.get("token_type").asText()).isEqualTo("Bearer");
    assertThat(body.get("status").asText()).isEqualTo("approved");
    assertThat(body.get("refresh_token_status").asText()).isEqualTo("approved");
    assertThat(body.get("client_id").asText()).isEqualTo("supercargo-demo");
    assertThat(body.get("refresh_count").asText()).isEqualTo("0");
    assertThat(body.get("scope").asText()).isEmpty();
    assertThat(Instant.ofEpochMilli(Long.parseLong(body.get("issued_at").asText())))
        .isBetween(Instant.now().minusSeconds(20), Instant.now().plusSeconds(1));
    assertThat(body.get("refresh_token_issued_at")).isEqualTo(body.get("issued_at"));
  }

  @Test
  void makesAccessTokensAsLongAsRealOnesWithNoNameOrAccountInside() {
    String token = caller.tokensOf("alice").get("access_token").asText();
    assertThat(token.length()).isBetween(1300, 1536);
    String[] parts = token.split("\\.");
    assertThat(parts).hasSize(3);
    assertThat(decoded(parts[0])).contains("\"RS384\"");
    assertThat(decoded(parts[1])).doesNotContain("alice", "A1B2C3", "001234");
    assertThat(caller.tokensOf("alice").get("refresh_token").asText().length()).isGreaterThan(500);
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  @Test
  void redeemsACodeOnce() {
    String code = caller.code("alice");
    assertThat(caller.token(redeeming(code)).status()).isEqualTo(200);
    Reply again = caller.token(redeeming(code));
    assertThat(again.error()).isEqualTo(WRONG_CODE);
    assertThat(again.header("errorcode")).isEqualTo("10400");
    assertThat(again.header("errordescription")).isEqualTo("Invalid authorization code");
  }

  @Test
  void refusesACodeWhosePlusWasNotEncoded() {
    String code = caller.code("alice");
    assertThat(caller.token(redeeming(code.replace('+', ' '))).error()).isEqualTo(WRONG_CODE);
    assertThat(caller.token(redeeming(code)).status()).isEqualTo(200);
  }

  @Test
  void refusesACodeThatIsTooOld() {
    ups.expiresCodesAfter(Duration.ofSeconds(30));
    String late = caller.code("alice");
    String inTime = caller.code("alice");
    ups.skewsClock(Duration.ofSeconds(25));
    assertThat(caller.token(redeeming(inTime)).status()).isEqualTo(200);
    ups.skewsClock(Duration.ofSeconds(31));
    assertThat(caller.token(redeeming(late)).error()).isEqualTo(WRONG_CODE);
  }

  @Test
  void refusesAnotherRedirectThanTheOneOfTheCode() {
    ups.registersRedirects(REDIRECT, REDIRECT + "/other");
    Map<String, String> form = redeeming(caller.code("alice"));
    form.put("redirect_uri", REDIRECT + "/other");
    assertThat(caller.token(form).error()).isEqualTo(WRONG_CODE);
    form.put("redirect_uri", REDIRECT + "/never");
    assertThat(caller.token(form).error()).isEqualTo("400 10400 Invalid Redirect URL");
    form.remove("redirect_uri");
    assertThat(caller.token(form).error()).isEqualTo("400 10400 Invalid Redirect URL");
  }

  @Test
  void refusesACodeOfAnotherClient() {
    caller.json(
        "/control/clients",
        "{\"clientId\":\"other\",\"secret\":\"s\",\"redirectUris\":[\"%s\"]}".formatted(REDIRECT));
    Map<String, String> form = redeeming(caller.code("alice"));
    assertThat(caller.form(TOKEN, form, "Authorization", basic("other", "s")).error())
        .isEqualTo(WRONG_CODE);
    assertThat(caller.token(form).status()).isEqualTo(200);
  }

  @Test
  void refusesAWrongSecretAndAnUnknownClient() {
    Map<String, String> form = redeeming(caller.code("alice"));
    for (String header :
        new String[] {
          basic("supercargo-demo", "wrong"), basic("stranger", "supercargo-demo-secret")
        }) {
      assertThat(caller.form(TOKEN, form, "Authorization", header).error()).isEqualTo(WRONG_CLIENT);
    }
  }

  @Test
  void refusesAMissingOrGarbledHeader() {
    Map<String, String> form = redeeming(caller.code("alice"));
    assertThat(caller.form(TOKEN, form).error()).isEqualTo(WRONG_HEADER);
    for (String header :
        new String[] {
          "Basic", "Basic ***", "Basic bm9jb2xvbg==", "Bearer abc", "supercargo-demo"
        }) {
      assertThat(caller.form(TOKEN, form, "Authorization", header).error())
          .as(header)
          .isEqualTo(WRONG_HEADER);
    }
  }

  @Test
  void takesIdAndSecretAsTheyAreAndNotUrlEncoded() {
    caller.json(
        "/control/clients",
        "{\"clientId\":\"a+b/c\",\"secret\":\"p%: w+d\",\"redirectUris\":[\"" + REDIRECT + "\"]}");
    Map<String, String> form = fields("grant_type", "client_credentials");
    assertThat(caller.form(TOKEN, form, "Authorization", basic("a+b/c", "p%: w+d")).status())
        .isEqualTo(200);
    assertThat(
            caller.form(TOKEN, form, "Authorization", basic("a%2Bb%2Fc", "p%25%3A+w%2Bd")).error())
        .isEqualTo(WRONG_CLIENT);
  }

  @Test
  void refusesABodyThatIsNoForm() {
    Reply reply = caller.json(TOKEN, "{}", "Authorization", demoBasic());
    assertThat(reply.error()).isEqualTo("400 10400 Invalid/Missing Content-Type Header");
  }

  @Test
  void refusesTheRefreshGrantHere() {
    String refreshToken = caller.tokensOf("alice").get("refresh_token").asText();
    assertThat(
            caller
                .token(fields("grant_type", "refresh_token", "refresh_token", refreshToken))
                .error())
        .isEqualTo("400 10400 Invalid Grant Type");
    assertThat(caller.token(fields()).error()).isEqualTo("400 10400 Invalid Grant Type");
  }

  @Test
  void givesAnApplicationSixFieldsAndNoRefreshToken() {
    Reply reply = caller.token(fields("grant_type", "client_credentials"));
    assertThat(reply.json().properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "token_type", "issued_at", "client_id", "access_token", "expires_in", "status");
  }

  @Test
  void refusesABlockedMerchant() {
    Map<String, String> form = redeeming(caller.code("alice"));
    ups.blocksTheMerchant(true);
    assertThat(caller.token(form).error()).isEqualTo("403 10403 Blocked Merchant");
  }

  @Test
  void tellsTheLivesThatWereSet() {
    ups.expiresTokensAfter(Duration.ofHours(4), Duration.ofDays(7));
    JsonNode tokens = caller.tokensOf("alice");
    assertThat(tokens.get("expires_in").asText()).isEqualTo("14399");
    assertThat(tokens.get("refresh_token_expires_in").asText()).isEqualTo("604799");
  }

  @Test
  void toleratesScopeAndUnknownFields() {
    Map<String, String> form = redeeming(caller.code("alice"));
    form.put("scope", "read");
    form.put("x", "y");
    assertThat(caller.token(form).status()).isEqualTo(200);
  }
}
