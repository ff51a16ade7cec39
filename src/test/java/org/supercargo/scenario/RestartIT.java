package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The server is restarted between consent and Submit: no consent is lost. */
class RestartIT extends InBrowser {
  @Test
  void goesOnWithEveryTripThatWasUnderWay() {
    Administrator admin = administrator().comesBackFromUps("alice").fills(Form.of("A1B2C3"));
    Page registering = admin.browser().opensAnotherTab();
    admin.wantsToAdd().leavesForUps();
    Page atUps = admin.browser().opensAnotherTab();

    installation().server().restarts();

    admin.browser().returnsTo(registering);
    admin.browser().clicks("register:submit");
    admin.page().waitForURL("**/sign-in");
    admin.signsInHere();
    admin.browser().returnsTo(atUps);
    admin.consentsAs("dave").submits(Form.of("D4V300"));
    admin.browser().awaits("registered-number");

    admin.browser().returnsTo(registering);
    admin.opensAccounts();
    assertThat(admin.onAccounts("unfinished")).containsText("Your UPS consent is kept until");
    admin.onAccounts("unfinished-go").click();
    admin.browser().awaits("register:submit");
    admin.submits(Form.of("A1B2C3"));
    admin.browser().awaits("registered-number");
    assertThat(ups().count("token")).isEqualTo(2);
    admin.opensAccounts();
    assertThat(admin.readsRow("A1B2C3")).contains("Yes", "Connected");
    assertThat(admin.readsRow("D4V300")).contains("Yes", "Connected");
    assertThat(admin.onAccounts("unfinished")).hasCount(0);
  }

  @Test
  void keepsTheConsentOfAPageWhoseSessionIsGone() {
    Administrator admin = administrator().comesBackFromUps("alice").fills(Form.of("A1B2C3"));
    Page registering = admin.browser().opensAnotherTab();
    admin.browser().forgetsCookie("supercargo-session");
    admin.signsIn();

    admin.browser().returnsTo(registering);
    admin.browser().clicks("register:submit");
    assertThat(admin.browser().awaits("expired")).isVisible();
    admin.submits(Form.of("A1B2C3"));
    admin.browser().awaits("registered-number");
    assertThat(ups().count("token")).isEqualTo(1);
  }
}
