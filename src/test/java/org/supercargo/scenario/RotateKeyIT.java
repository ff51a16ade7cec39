package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** An administrator takes a new master key into use. */
class RotateKeyIT extends InBrowser {
  @Test
  void sealsEverythingAnewWithAKeyThatAnAdministratorAsksFor() {
    Administrator admin = administrator().hasConnected("alice", "A1B2C3");
    Visitor browser = admin.browser();
    browser.opens("/keys");
    Object old = sealing();
    assertThat(rowOf(browser, old)).containsText("Seals");

    browser.clicks("keys:rotate");
    browser.awaits("rotating:cancel").click();
    assertThat(sealing()).as("cancelled").isEqualTo(old);
    browser.clicks("keys:rotate");
    browser.awaits("rotating:ok").click();
    assertThat(browser.at("messages")).containsText("There is a new key.");

    assertThat(rowOf(browser, old)).containsText("Opens");
    assertThat(browser.page().locator("[id='keys:state']")).containsText("1 of 1");
    assertThat(browser.at("keys-progress")).hasAttribute("value", "100");
    Object fresh = sealing();
    assertThat(fresh).isNotEqualTo(old);
    assertThat(rowOf(browser, fresh)).containsText("Nowhere");
    assertThat(
            installation().asks("select sealed_by from carrier_grant where sealed_by is not null"))
        .extracting(row -> row.get("sealed_by"))
        .containsOnly(fresh);

    browser.opens("/audit");
    assertThat(browser.page().locator("#main")).containsText(new String[] {"Master key added"});
    assertThat(browser.page().locator("#main")).containsText("master key " + fresh);
    admin.opensAccounts();
    assertThat(admin.readsRow("A1B2C3")).contains("Yes", "Connected");
    assertThat(browser.console()).noneMatch(line -> line.startsWith("error"));
  }

  private static Locator rowOf(Visitor browser, Object key) {
    return browser
        .page()
        .locator("[id='keys:table_data'] tr")
        .filter(new Locator.FilterOptions().setHasText(key.toString()));
  }

  private Object sealing() {
    return installation().asks("select id from master_key where seals").getFirst().get("id");
  }
}
