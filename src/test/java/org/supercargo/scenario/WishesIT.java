package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an account's shipments begin with. */
class WishesIT extends InBrowser {
  @Test
  void beginsShipmentsAsTheAccountsPageSays() {
    Administrator admin = administrator().connects("alice", "A1B2C3");
    Visitor browser = admin.browser();
    browser.clicks("registered-view");
    browser.awaits("wishes:format");
    browser.at("wishes:format").selectOption("ZPL");
    browser.at("wishes:packaging").selectOption("PAK");
    browser.letsBeAnswered(() -> browser.clicks("wishes:keep"));
    assertThat(browser.page().locator("#messages")).containsText("from now on");
    browser.clicks("account:ship");
    browser.awaits("ship:account");
    assertThat(browser.at("ship:format")).hasValue("ZPL");
    assertThat(browser.at("ship:parcels:0:packaging")).hasValue("PAK");
  }
}
