package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supercargo.simulator.UpsCaller.REDIRECT;
import static org.supercargo.simulator.UpsCaller.encoded;
import static org.supercargo.simulator.UpsCaller.wish;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Ups;
import org.supercargo.simulator.UpsCaller.Reply;

class SignInTest {
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
  void showsAFormWithLabelledFieldsThatCarriesTheWish() {
    Reply page = caller.get("/lasso/signin?" + encoded(wish()));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.body())
        .contains("UPS simulator", "<html lang=\"en\">")
        .contains("<label for=\"user\">", "id=\"user\"", "<label for=\"agree\">", "id=\"agree\"")
        .contains("id=\"continue\"", "id=\"cancel\"", "UPS Technology Agreement")
        .contains("name=\"state\" value=\"a state &amp; more\"")
        .doesNotContain("id=\"password\"", "style=", "<script");
  }

  @Test
  void allowsNoScriptAndSendsTheFormOnlyHereAndBackToTheApplication() {
    String policy =
        caller.get("/lasso/signin?" + encoded(wish())).header("content-security-policy");
    assertThat(policy)
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .endsWith("form-action 'self' http://localhost:8080");
    assertThat(caller.get("/lasso/signin.css").header("content-type"))
        .isEqualTo("text/css;charset=UTF-8");
  }

  @Test
  void asksForThePasswordOnTheSecondPage() {
    Reply page = caller.form("/lasso/signin", wish("user", "alice", "agree", "1"));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("<label for=\"password\">", "type=\"password\" id=\"password\"", "id=\"login\"")
        .contains("value=\"alice\" readonly")
        .doesNotContain("role=\"alert\"");
  }

  @Test
  void insistsOnTheAgreementOnBothPages() {
    assertThat(caller.form("/lasso/signin", wish("user", "alice")).body())
        .contains("role=\"alert\"", "Please agree to the UPS Technology Agreement")
        .contains("id=\"user\" name=\"user\" value=\"alice\"");
    Reply forged = caller.form("/lasso/signin", wish("user", "alice", "password", "ups-demo"));
    assertThat(forged.status()).isEqualTo(200);
    assertThat(forged.body()).contains("Please agree");
  }

  @Test
  void asksForTheUserNameWhenItIsBlank() {
    assertThat(caller.form("/lasso/signin", wish("user", "  ", "agree", "1")).body())
        .contains("Please enter your user name.");
  }

  @Test
  void tellsAWrongPasswordAndAnUnknownNameInTheSameWords() {
    Reply wrong = caller.signIn(wish(), "alice", "wrong");
    Reply unknown = caller.signIn(wish(), "nobody", "ups-demo");
    Reply empty = caller.signIn(wish(), "alice", "");
    String words = "role=\"alert\" id=\"error\">The user name or password is not correct.<";
    assertThat(wrong.status()).isEqualTo(200);
    assertThat(wrong.body()).contains(words).contains("id=\"password\"").doesNotContain("wrong\"");
    assertThat(unknown.body()).contains(words);
    assertThat(empty.body()).contains(words);
  }

  @Test
  void sendsBackWithACodeAndTheStateUnchanged() {
    Reply reply = caller.signIn(wish(), "alice", "ups-demo");
    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.header("location")).startsWith(REDIRECT + "?code=").contains("&state=");
    assertThat(reply.sentBackWith()).containsOnlyKeys("code", "state");
    assertThat(reply.sentBackWith()).containsEntry("state", "a state & more");
  }

  @Test
  void leavesTheStateOutWhenNoneCame() {
    Map<String, String> wish = wish();
    wish.remove("state");
    assertThat(caller.signIn(wish, "alice", "ups-demo").sentBackWith()).containsOnlyKeys("code");
  }

  @Test
  void addsToTheQueryOfARedirect() {
    ups.registersRedirects(REDIRECT + "?carrier=ups");
    Reply reply =
        caller.signIn(wish("redirect_uri", REDIRECT + "?carrier=ups"), "alice", "ups-demo");
    assertThat(reply.sentBackWith()).containsOnlyKeys("carrier", "code", "state");
  }

  @Test
  void sendsBackADenialFromEitherPage() {
    for (Map<String, String> form :
        List.of(
            wish("cancel", "1"),
            wish("user", "alice", "agree", "1", "password", "", "cancel", "1"))) {
      Reply reply = caller.form("/lasso/signin", form);
      assertThat(reply.status()).isEqualTo(302);
      assertThat(reply.header("location")).startsWith(REDIRECT + "?error=access_denied&");
      assertThat(reply.sentBackWith())
          .containsEntry("error", "access_denied")
          .containsEntry("state", "a state & more")
          .containsKey("error_description")
          .doesNotContainKey("code");
    }
  }

  @Test
  void makesCodesThatNeedEncoding() {
    String code = caller.code("alice");
    assertThat(code).matches("[A-Za-z0-9+/]+=*-U2FsdGVkX1[A-Za-z0-9+/]+==").contains("+", "/", "=");
  }

  @Test
  void signsInALogInWithAnotherAlphabet() {
    assertThat(caller.signIn(wish(), "zoë", "ups-demo").status()).isEqualTo(302);
  }

  @Test
  void showsNoMarkupOfOthersOnEitherPage() {
    String evil = "\"><script>alert('1')</script>";
    for (Map<String, String> form :
        List.of(
            wish("user", evil, "state", evil),
            wish("user", evil, "agree", "1", "state", evil, "scope", evil))) {
      Reply page = caller.form("/lasso/signin", form);
      assertThat(page.body())
          .doesNotContain("<script", "alert('")
          .contains("name=\"user\" value=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)")
          .contains("name=\"state\" value=\"&quot;&gt;&lt;script&gt;");
    }
  }

  @Test
  void sendsNobodyToAnAddressThatIsNotRegistered() {
    Reply page = caller.signIn(wish("redirect_uri", "http://evil.example/"), "alice", "ups-demo");
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.header("location")).isEmpty();
    assertThat(page.body()).contains("Invalid Redirect URL", "role=\"alert\"");
    assertThat(caller.get("/lasso/signin").status()).isEqualTo(401);
  }

  @Test
  void showsABlockedMerchantNoForm() {
    ups.blocksTheMerchant(true);
    Reply page = caller.get("/lasso/signin?" + encoded(wish()));
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.body()).contains("Blocked Merchant").doesNotContain("<form");
  }
}
