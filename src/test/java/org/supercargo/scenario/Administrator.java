package org.supercargo.scenario;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.regex.Pattern;
import org.supercargo.stage.Settings;

/** Somebody who manages carrier accounts, at work in a browser. */
final class Administrator {
  private static final Pattern HOME = Pattern.compile("^http://localhost:\\d+/.*");

  private final Visitor browser;
  private String registered = "";

  private Administrator(Visitor browser) {
    this.browser = browser;
  }

  static Administrator at(Visitor browser) {
    return new Administrator(browser);
  }

  Visitor browser() {
    return browser;
  }

  Page page() {
    return browser.page();
  }

  Administrator signsIn() {
    browser.opens("/sign-in");
    return signsInHere();
  }

  /** The same, done before the scenario begins; no page is open. */
  Administrator hasSignedIn() {
    Errand.of(browser).signsIn("admin", Settings.ADMIN_PASSWORD);
    return this;
  }

  /** Where the browser was led to a sign-in page. */
  Administrator signsInHere() {
    browser.types("sign-in:name", "admin");
    browser.types("sign-in:word", Settings.ADMIN_PASSWORD);
    browser.clicks("sign-in:go");
    page().waitForURL(url -> !url.contains("/sign-in"));
    return this;
  }

  Administrator opensAccounts() {
    browser.opens("/accounts");
    onAccounts("search").waitFor();
    return this;
  }

  /** An element of Set Up Shipping, by the last part of its id. */
  Locator onAccounts(String id) {
    return page().locator("#accounts [id$=':" + id + "']");
  }

  /** Add UPS Account, as far as the message box. */
  Administrator wantsToAdd() {
    opensAccounts();
    onAccounts("add").click();
    browser.awaits("consent-ok");
    return this;
  }

  /** OK in the message box; ends at UPS's log-in page. */
  Administrator leavesForUps() {
    browser.awaits("consent-ok").click();
    browser.awaits("continue");
    return this;
  }

  /** UPS's pages to the end: user name, agreement, password. */
  Administrator consentsAs(String user) {
    signsInAtUps(user);
    page().waitForURL(HOME);
    page().waitForLoadState(LoadState.LOAD);
    return this;
  }

  Administrator signsInAtUps(String user) {
    browser.types("user", user);
    browser.at("agree").check();
    browser.clicks("continue");
    browser.types("password", Ups.PASSWORD);
    browser.clicks("login");
    return this;
  }

  Administrator deniesAtUps() {
    browser.clicks("cancel");
    page().waitForURL(HOME);
    return this;
  }

  /** From Set Up Shipping through UPS to the registration page. */
  Administrator comesBackFromUps(String user) {
    return wantsToAdd().leavesForUps().consentsAs(user);
  }

  Administrator fills(Form form) {
    browser.awaits("register:number");
    // What is typed into a page that is still coming in can be lost, and the page moves the focus
    // a moment after that: text for the second field would go to the first.
    page().waitForLoadState(LoadState.LOAD);
    browser.awaitsFocusIn("register");
    form.fields().forEach(this::enters);
    return this;
  }

  private void enters(String field, String value) {
    Locator input = browser.at("register:" + field);
    if (field.matches("accountCountry|country|state")) {
      input.selectOption(value);
      browser.letsThePageSettle();
    } else {
      input.fill(value);
    }
  }

  /** Fills and presses Submit; waits for nothing. */
  Administrator submits(Form form) {
    fills(form);
    browser.clicks("register:submit");
    return this;
  }

  /** The whole way: an account connected, its Registration Successful page open. */
  Administrator connects(String user, String number) {
    comesBackFromUps(user).submits(Form.of(number));
    browser.awaits("registered-number");
    return this;
  }

  /** The same, done before the scenario begins; no page is open. */
  Administrator hasConnected(String user, String number) {
    return hasConnected(user, Form.of(number));
  }

  Administrator hasConnected(String user, Form form) {
    registered = Errand.of(browser).connects(user, form);
    return this;
  }

  /** Registration Successful of what has been connected before. */
  Administrator opensRegistered() {
    browser.opens(registered);
    browser.awaits("registered-number");
    return this;
  }

  /** The row of an account in the table. */
  Locator row(String number) {
    return onAccounts("table_data")
        .locator("tr")
        .filter(new Locator.FilterOptions().setHasText(number));
  }

  /** The cells of an account's row as one reads them. */
  List<String> readsRow(String number) {
    return row(number).locator("td").allInnerTexts().stream().map(String::strip).toList();
  }

  /** An entry of the menu Actions in an account's row. */
  Administrator chooses(String number, String action) {
    row(number).locator("button").click();
    page().locator("[id$=':" + action + "']:visible").click();
    return this;
  }

  /** Delete, and OK in the box that asks. */
  Administrator deletes(String number) {
    chooses(number, "delete");
    browser.awaits("deletion-form:ok").click();
    row(number).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    return this;
  }

  /** The messages on top of the page. */
  String isTold() {
    return browser.awaits("messages").innerText().strip();
  }
}
