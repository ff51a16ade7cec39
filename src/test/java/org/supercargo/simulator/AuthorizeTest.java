package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supercargo.simulator.UpsCaller.REDIRECT;
import static org.supercargo.simulator.UpsCaller.encoded;
import static org.supercargo.simulator.UpsCaller.fields;
import static org.supercargo.simulator.UpsCaller.wish;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Ups;
import org.supercargo.simulator.UpsCaller.Reply;

class AuthorizeTest {
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

  @Test
  void sendsToTheLogInPageWithTheNamesOfTheApplication() {
    Reply reply = caller.authorize(wish());
    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.header("appname")).isEqualTo("supercargo");
    assertThat(reply.header("displayname")).isEqualTo("Supercargo");
    assertThat(reply.header("location"))
        .isEqualTo(
            ups.uri()
                + "/lasso/signin?client_id=supercargo-demo"
                + "&redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fups%2Fcallback"
                + "&response_type=code&scope=&state=a+state+%26+more&type=ups_com_api");
  }

  @Test
  void tellsTheOlderFirstStepWhereTheLogInPageIs() {
    Reply reply =
        caller.get(
            "/security/v1/oauth/validate-client?"
                + encoded(fields("client_id", "supercargo-demo", "redirect_uri", REDIRECT)));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json())
        .isEqualTo(
            UpsCaller.JSON.valueToTree(
                fields(
                    "result", "success",
                    "type", "ups_com_api",
                    "LassoRedirectURL", ups.uri() + "/lasso/signin")));
  }

  @Test
  void refusesAnUnknownClient() {
    Reply reply = caller.authorize(wish("client_id", "stranger"));
    assertThat(reply.error()).isEqualTo("401 10401 ClientId is Invalid");
    assertThat(reply.header("location")).isEmpty();
  }

  @Test
  void refusesARedirectThatDiffersByASlash() {
    Reply reply = caller.authorize(wish("redirect_uri", REDIRECT + "/"));
    assertThat(reply.error()).isEqualTo("400 10400 Invalid Redirect URL");
    assertThat(reply.header("errorcode")).isEqualTo("10400");
    assertThat(reply.header("errordescription")).isEqualTo("Invalid Redirect URL");
    assertThat(reply.header("location")).isEmpty();
  }

  @Test
  void refusesTheOlderStepForAForeignRedirect() {
    String query = encoded(fields("client_id", "supercargo-demo", "redirect_uri", "http://evil/"));
    assertThat(caller.get("/security/v1/oauth/validate-client?" + query).error())
        .isEqualTo("400 10400 Invalid Redirect URL");
  }

  @Test
  void refusesAnotherResponseType() {
    assertThat(caller.authorize(wish("response_type", "token")).error())
        .isEqualTo("400 10400 Invalid Response Type");
  }

  @Test
  void refusesAChallengeThatIsNoSha256() {
    assertThat(caller.authorize(wish("code_challenge", "short")).error())
        .isEqualTo("400 10400 Invalid Code Challenge");
  }

  @Test
  void refusesAParameterThatComesTwice() {
    assertThat(
            caller.get("/security/v1/oauth/authorize?" + encoded(wish()) + "&state=other").error())
        .isEqualTo("400 10400 Malformed Request");
  }

  @Test
  void refusesABlockedMerchant() {
    ups.blocksTheMerchant(true);
    assertThat(caller.authorize(wish()).error()).isEqualTo("403 10403 Blocked Merchant");
    ups.blocksTheMerchant(false);
    assertThat(caller.authorize(wish()).status()).isEqualTo(302);
  }

  @Test
  void isNotFoundBelowApi() {
    assertThat(caller.get("/api/security/v1/oauth/authorize?" + encoded(wish())).status())
        .isEqualTo(404);
    assertThat(caller.form("/api/security/v1/oauth/token", wish()).status()).isEqualTo(404);
  }

  @Test
  void answersItsOwnMethodOnly() {
    assertThat(caller.form("/security/v1/oauth/authorize", wish()).status()).isEqualTo(405);
    assertThat(caller.get("/security/v1/oauth/token").status()).isEqualTo(405);
  }
}
