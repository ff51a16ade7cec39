package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Installations that are set up otherwise, on H2: a proof key, UPS's older first step. */
class OtherWaysIT extends OnH2 {
  @Test
  void connectsAnAccountFromBeforeOAuthInPlaceWithAProofKey() {
    installation()
        .with("supercargo.demo", "true")
        .with("supercargo.ups.proof-key", "true")
        .starts();
    Administrator admin = administrator().opensAccounts();
    assertThat(admin.readsRow("A1B2C3")).contains("No", "No OAuth", "Atlanta warehouse");

    admin.chooses("A1B2C3", "connect").leavesForUps().consentsAs("bob");
    assertThat(admin.browser().awaits("account:result").innerText())
        .contains("another profile", "A1B2C3", "Nothing was changed");
    assertThat(admin.opensAccounts().readsRow("A1B2C3")).contains("No", "No OAuth");

    ups().answersNext("rate", 503, 9);
    admin.chooses("A1B2C3", "connect").leavesForUps().consentsAs("alice");
    assertThat(admin.browser().awaits("account:result").innerText())
        .contains("could not be proven");
    ups().dropsPreparedAnswers();
    admin.browser().clicks("account:retry");
    admin.page().getByText("The account is connected").first().waitFor();
    assertThat(admin.page().locator("#main").innerText()).doesNotContain("???");
    assertThat(admin.opensAccounts().readsRow("A1B2C3")).contains("Yes", "Connected", "admin");

    JsonNode call = ups().calls("token").get("calls").get(0);
    assertThat(call.get("headers").has("authorization")).isFalse();
    assertThat(call.get("body").asText()).contains("code_verifier=");
    assertThat(ups().calls("authorize").get("calls").get(0).get("query").asText())
        .contains("code_challenge=");
  }

  @Test
  void connectsByValidateClient() {
    installation().with("supercargo.ups.start", "validate-client").starts();
    Administrator admin = administrator().connects("alice", "A1B2C3");
    assertThat(admin.opensAccounts().readsRow("A1B2C3")).contains("Yes", "Connected");
    assertThat(ups().count("validate-client")).isEqualTo(1);
    assertThat(ups().count("authorize")).isZero();
    JsonNode call = ups().calls("token").get("calls").get(0);
    assertThat(call.get("headers").get("authorization").get(0).asText()).startsWith("Basic ");
    assertThat(call.get("body").asText()).doesNotContain("code_verifier");

    ups().answersNext("validate-client", 503, 9);
    admin.wantsToAdd().browser().clicks("consent-ok");
    admin.page().waitForURL("**/accounts");
    assertThat(admin.isTold()).contains("can’t be reached", "Nothing was changed");
  }
}
