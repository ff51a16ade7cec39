package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supercargo.simulator.UpsCaller.REDIRECT;
import static org.supercargo.simulator.UpsCaller.demoBasic;
import static org.supercargo.simulator.UpsCaller.redeeming;
import static org.supercargo.simulator.UpsCaller.wish;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Ups;
import org.supercargo.simulator.UpsCaller.Reply;

class PkceTest {
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

  /** The pair of RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final String TOKEN = "/security/v1/oauth/token";

  private String codeWithChallenge() {
    Reply sent = caller.authorize(wish("code_challenge", CHALLENGE));
    URI page = URI.create(sent.header("location"));
    URI back = ups.consents(page, "alice");
    return UpsCaller.parameters(back).get("code");
  }

  private static Map<String, String> proving(String code, String verifier) {
    Map<String, String> form = redeeming(code);
    form.put("client_id", "supercargo-demo");
    form.put("code_verifier", verifier);
    return form;
  }

  @Test
  void redeemsWithTheVerifierAndNoHeader() {
    Reply reply = caller.form(TOKEN, proving(codeWithChallenge(), VERIFIER));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(caller.refresh(reply.json().get("refresh_token").asText()).status()).isEqualTo(200);
  }

  @Test
  void refusesHeaderAndVerifierTogether() {
    String code = codeWithChallenge();
    assertThat(caller.token(proving(code, VERIFIER)).error())
        .isEqualTo("400 10400 Invalid/Missing Authorization Header");
    assertThat(caller.form(TOKEN, proving(code, VERIFIER)).status()).isEqualTo(200);
  }

  @Test
  void refusesAnotherVerifier() {
    assertThat(caller.form(TOKEN, proving(codeWithChallenge(), VERIFIER + "x")).error())
        .isEqualTo("400 10400 Invalid authorization code");
  }

  @Test
  void refusesACodeWithChallengeWithoutItsVerifier() {
    assertThat(caller.token(redeeming(codeWithChallenge())).error())
        .isEqualTo("400 10400 Invalid authorization code");
  }

  @Test
  void refusesAVerifierForACodeWithoutChallenge() {
    assertThat(caller.form(TOKEN, proving(caller.code("alice"), VERIFIER)).error())
        .isEqualTo("400 10400 Invalid authorization code");
  }

  @Test
  void refusesAMissingOrUnknownClientId() {
    Map<String, String> form = proving(codeWithChallenge(), VERIFIER);
    form.put("client_id", "stranger");
    assertThat(caller.form(TOKEN, form).error()).isEqualTo("401 10401 ClientId is Invalid");
    form.remove("client_id");
    assertThat(caller.form(TOKEN, form).error()).isEqualTo("401 10401 ClientId is Invalid");
  }

  @Test
  void givesNoApplicationTokenForABareVerifier() {
    Map<String, String> form =
        UpsCaller.fields(
            "grant_type",
            "client_credentials",
            "client_id",
            "supercargo-demo",
            "code_verifier",
            VERIFIER);
    assertThat(caller.form(TOKEN, form).error())
        .isEqualTo("400 10400 Invalid/Missing Authorization Header");
    assertThat(caller.form(TOKEN, form, "Authorization", demoBasic()).status()).isEqualTo(200);
  }
}
