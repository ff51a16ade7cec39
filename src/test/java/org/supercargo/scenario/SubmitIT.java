package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Submit on bad days: done once, nothing lost, said clearly. */
class SubmitIT extends InBrowser {
  @Test
  void connectsOnceWhenSubmitIsClickedTwice() {
    Administrator admin = administrator().comesBackFromUps("alice").fills(Form.of("A1B2C3"));
    admin.browser().at("register:submit").dblclick();
    admin.browser().awaits("registered-number");
    assertThat(admin.browser().reads("registered-number")).isEqualTo("A1B2C3");
    assertConnectedOnce();
  }

  @Test
  void answersTwoTabsOfOneConsentAlike() {
    Administrator admin = administrator().comesBackFromUps("alice");
    connectsInAnotherTab(admin);
    admin.submits(Form.of("A1B2C3"));
    admin.browser().awaits("registered-number");
    assertThat(admin.browser().reads("registered-oauth")).isEqualTo("Yes");
    assertConnectedOnce();
  }

  @Test
  void keepsWhatWasTypedWhenAnotherTabUsedTheConsentForAnotherNumber() {
    Administrator admin = administrator().comesBackFromUps("alice");
    connectsInAnotherTab(admin);
    admin.submits(
        Form.of("001234").with("accountPostalCode", "10036").with("nickname", "New York"));
    assertThat(admin.browser().awaits("register:gone").innerText())
        .contains("no longer here", "what you have typed is kept");
    admin.browser().clicks("register:again");
    admin.leavesForUps().consentsAs("alice");
    assertThat(admin.browser().awaits("register:nickname").inputValue()).isEqualTo("New York");
    assertThat(admin.browser().at("register:number").inputValue()).isEqualTo("001234");
    admin.browser().clicks("register:submit");
    admin.browser().awaits("registered-number");
    assertThat(installation().asks("select 1 from carrier_account")).hasSize(2);
  }

  @Test
  void letsTwoTabsConnectTwoLogInsAtTheSameTime() {
    Administrator admin = administrator().wantsToAdd().leavesForUps();
    Page first = admin.browser().opensAnotherTab();
    admin.wantsToAdd().leavesForUps();
    Page second = admin.browser().page();

    admin.browser().returnsTo(first);
    admin.consentsAs("alice").browser().awaits("register:submit");
    admin.browser().returnsTo(second);
    admin.consentsAs("dave").submits(Form.of("D4V300"));
    admin.browser().awaits("registered-number");
    admin.browser().returnsTo(first);
    admin.submits(Form.of("A1B2C3"));
    admin.browser().awaits("registered-number");
    admin.opensAccounts();
    assertThat(admin.readsRow("A1B2C3")).contains("Yes", "Connected");
    assertThat(admin.readsRow("D4V300")).contains("Yes", "Connected");
  }

  @Test
  void losesNothingWhenTheDatabaseGoesAwayAfterUpsHasAnswered() {
    Administrator admin = administrator().comesBackFromUps("alice");
    ups().isSlow("rate", Duration.ofSeconds(6));
    long asked = ups().count("rate");
    admin.submits(Form.of("A1B2C3"));
    awaitCall(admin, "rate", asked);
    installation().databaseGoesAway();
    try {
      assertThat(admin.browser().awaits("register:not-stored").innerText())
          .contains(
              "database or the keys can’t be reached", "nothing is lost", "Press Submit again");
      assertThat(admin.browser().at("register:company").inputValue()).isEqualTo("Ångström & Söhne");
    } finally {
      installation().databaseComesBack();
    }
    assertThat(installation().asks("select 1 from carrier_account")).isEmpty();
    awaitReady(admin);
    admin.browser().clicks("register:submit");
    admin.browser().awaits("registered-number");
    assertConnectedOnce();
  }

  @Test
  void waitsForADatabaseThatIsAwayForAMomentOnly() {
    Administrator admin = administrator().wantsToAdd().leavesForUps();
    ups().isSlow("token", Duration.ofSeconds(4));
    admin.signsInAtUps("alice");
    awaitCall(admin, "token", 0);
    installation().databaseGoesAway();
    try {
      admin.page().waitForTimeout(5_500);
    } finally {
      installation().databaseComesBack();
    }
    admin.browser().awaits("register:submit");
    admin.submits(Form.of("A1B2C3"));
    admin.browser().awaits("registered-number");
    assertConnectedOnce();
  }

  @ParameterizedTest
  @ValueSource(ints = {60, -60})
  void worksThoughUpsHasAnotherTime(int seconds) {
    ups().skewsClock(Duration.ofSeconds(seconds));
    Administrator admin = administrator().hasConnected("alice", "A1B2C3");
    assertThat(admin.opensAccounts().readsRow("A1B2C3")).contains("Yes", "Connected");
    admin.chooses("A1B2C3", "regenerate").leavesForUps().consentsAs("alice");
    assertThat(admin.browser().awaits("account:result").innerText()).contains("Tokens regenerated");
  }

  /** With the consent of the tab that one is back in afterwards. */
  private static void connectsInAnotherTab(Administrator admin) {
    String address = admin.browser().address();
    Page first = admin.browser().opensAnotherTab();
    admin.browser().opens(address);
    admin.submits(Form.of("A1B2C3"));
    admin.browser().awaits("registered-number");
    admin.browser().returnsTo(first);
  }

  private void awaitCall(Administrator admin, String operation, long before) {
    admin.browser().awaitsThat("UPS is asked", () -> ups().count(operation) > before);
  }

  private void awaitReady(Administrator admin) {
    admin
        .browser()
        .awaitsThat("it is ready", () -> installation().server().status("/health/ready") == 200);
  }

  private void assertConnectedOnce() {
    assertThat(ups().count("token")).isEqualTo(1);
    assertThat(installation().asks("select live_key from carrier_account"))
        .singleElement()
        .hasToString("{live_key=UPS:A1B2C3}");
    assertThat(installation().asks("select 1 from carrier_grant where state = 'ACTIVE'"))
        .hasSize(1);
  }
}
