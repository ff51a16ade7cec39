package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Staff.Hired;

/** Where goods are shipped from: kept by an administrator, chosen by whoever ships. */
class LocationsIT extends InBrowser {
  @Test
  void shipsFromALocationWithItsAddressAndItsAccount() {
    Administrator admin = connected();
    Visitor browser = admin.browser();
    Shipper shipper = Shipper.at(browser).opensShip();
    assertThat(browser.at("ship:location")).hasCount(0);
    browser.opens("/locations");
    assertThat(browser.at("locations:table")).containsText("No locations yet");
    adds(browser, "Harbour", "001234");
    assertThat(browser.page().locator("#messages")).containsText("Harbour is saved");
    assertThat(browser.at("locations:table")).containsText("1 River St");
    shipper.opensShip().enters("ship:location", "Harbour");
    assertThat(browser.page().locator("#from-location")).containsText("1 River St, Savannah");
    assertThat(chosen(browser)).hasValue(Pattern.compile(".*001234.*"));
    assertThat(browser.page().locator("#location-trouble")).hasCount(0);
    shipper.sendsTo(Shipper.someoneInChicago()).weighs(0, "5").asks().buys("UPS Ground");
    assertThat(shippedFrom()).containsExactly("001234 Savannah");
    shipper.opensShip();
    // As last time.
    assertThat(browser.page().locator("#from-location")).isVisible();
    shipper.enters("ship:account", "A1B2C3");
    assertThat(browser.page().locator("#from-location")).containsText("Savannah");
    shipper.sendsTo(Shipper.someoneInChicago()).weighs(0, "5").asks().buys("UPS Ground");
    assertThat(shippedFrom()).as("a chosen account overrides").contains("A1B2C3 Savannah");
    shipper.opens("/rates").enters("ship:location", "");
    assertThat(browser.page().locator("#from-location")).hasCount(0);
  }

  @Test
  void saysAtEachFieldWhatIsWrongAndKeepsNothing() {
    Visitor browser = connected().browser();
    browser.opens("/location");
    browser.awaits("location:keep");
    browser.letsBeAnswered(() -> browser.clicks("location:keep"));
    for (String field : List.of("name", "company", "contactName", "phone", "city", "state")) {
      assertThat(browser.at("location:" + field + "-message")).not().isEmpty();
    }
    fills(browser, "77", "");
    browser.letsBeAnswered(() -> browser.clicks("location:keep"));
    assertThat(browser.at("location:name-message")).containsText("add a word");
    assertThat(installation().asks("select id from ship_location")).isEmpty();
  }

  @Test
  void saysBesideTheAccountThatItIsOfAnotherCountry() {
    Visitor browser = connected().browser();
    installation().does("update carrier_account set account_country = 'CA', country = 'CA'");
    browser.opens("/location");
    browser.awaits("location:keep");
    fills(browser, "Harbour", "001234");
    browser.letsBeAnswered(() -> browser.clicks("location:keep"));
    assertThat(browser.at("location:account-message")).containsText("in another country");
    assertThat(browser.at("location:account_input")).hasValue("001234 — Harbour account");
  }

  @Test
  void saysWhatBecameOfTheAccountAndLeadsToTheRemedy() {
    Administrator admin = connected();
    Visitor browser = admin.browser();
    adds(browser, "Harbour", "001234");
    installation().does("update carrier_grant set state = 'NEEDS_CONSENT', dies_at = now()");
    browser.opens("/locations");
    Locator remedy = browser.at("locations:table").locator("a[href*='/account?']");
    assertThat(browser.at("locations:table")).containsText("has to be connected again");
    assertThat(remedy).hasAttribute("href", Pattern.compile(".*id=" + accountId("001234")));
    installation()
        .does("update carrier_grant set state = 'ACTIVE', dies_at = now() + interval '50' day");
    admin.opensAccounts().deletes("001234");
    Shipper.at(browser).opensShip().enters("ship:location", "Harbour");
    Locator trouble = browser.page().locator("#location-trouble");
    assertThat(trouble).containsText("001234 was deleted");
    assertThat(chosen(browser)).hasValue(Pattern.compile(".*A1B2C3.*"));
    trouble.locator("a").click();
    browser.awaits("location:keep");
    assertThat(browser.page().locator("#stand")).containsText("was deleted");
    browser.finds("location:account", "A1B2C3");
    browser.clicks("location:keep");
    browser.page().waitForURL(url -> url.contains("/locations"));
    Shipper.at(browser).opensShip().enters("ship:location", "Harbour");
    assertThat(trouble).hasCount(0);
  }

  @Test
  void offersNoInactiveLocationAndLetsOthersLookOnly() {
    Administrator admin = connected();
    Visitor browser = admin.browser();
    adds(browser, "Harbour", "A1B2C3");
    adds(browser, "Yard", "");
    browser.page().locator("a:text-is('Harbour')").click();
    browser.awaits("location:deactivate");
    browser.letsBeAnswered(() -> browser.clicks("location:deactivate"));
    assertThat(browser.at("location:active")).containsText("Inactive");
    browser.opens("/locations");
    assertThat(browser.at("locations:table")).not().containsText("Harbour");
    Shipper.at(browser).opensShip();
    assertThat(browser.at("ship:location").locator("option")).hasCount(2);
    for (String role : List.of("SHIPPER", "AUDITOR")) {
      Hired hired = Staff.hires(browser, role);
      Visitor reader = Staff.signsIn(visitor(), hired);
      reader.opens("/locations");
      assertThat(reader.at("locations:table")).containsText("Yard");
      assertThat(reader.at("add")).hasCount(0);
      reader.page().locator("a:text-is('Yard')").click();
      reader.awaits("location:name");
      assertThat(reader.at("location:keep")).hasCount(0);
      assertThat(reader.at("location:deactivate")).hasCount(0);
      Map<String, String> keep = Map.of("location:keep", "location:keep", "location:name", "Mine");
      String page = "/location?id=" + locationId("Yard");
      assertThat(Forgery.posts(reader, page, "location", keep)).isLessThan(500);
      String fresh = installation().server().uri() + "/location";
      assertThat(reader.page().navigate(fresh).status()).isEqualTo(403);
    }
    assertThat(locationId("Yard")).isNotEmpty();
    String missing = installation().server().uri() + "/location?id=999999999";
    assertThat(browser.page().navigate(missing).status()).isEqualTo(404);
  }

  private Administrator connected() {
    Administrator admin = administrator().hasConnected("alice", "A1B2C3").opensRegistered();
    admin.browser().clicks("registered-view");
    admin.browser().awaits("account:number");
    admin.page().locator("a[href*='register?account=']").first().click();
    admin.submits(Form.of("001234").with("nickname", "Harbour account"));
    admin.browser().awaits("registered-number");
    return admin;
  }

  private void adds(Visitor browser, String name, String account) {
    browser.opens("/locations");
    browser.clicks("add");
    browser.awaits("location:keep");
    fills(browser, name, account);
    browser.clicks("location:keep");
    browser.page().waitForURL(url -> url.contains("/locations"));
    browser.awaits("locations:table");
  }

  private void fills(Visitor browser, String name, String account) {
    Map<String, String> typed =
        Map.of(
            "name", name,
            "company", "Ångström & Söhne",
            "contactName", "Dora Dock",
            "phone", "912 555 0100",
            "addressLine1", "1 River St",
            "city", "Savannah",
            "postalCode", "31401");
    typed.forEach((field, value) -> browser.types("location:" + field, value));
    browser.at("location:state").selectOption("GA");
    if (!account.isEmpty()) {
      browser.finds("location:account", account);
    }
  }

  /** The account that the Ship page has chosen. */
  private static Locator chosen(Visitor browser) {
    return browser.at("ship:account_input");
  }

  /** Account and city of each shipment. */
  private List<String> shippedFrom() {
    return installation().asks("select account_number, ordered from shipment order by id").stream()
        .map(row -> row.get("account_number") + " " + city(row.get("ordered").toString()))
        .toList();
  }

  private static String city(String ordered) {
    return ordered.replaceAll("(?s).*\"from\":\\{.*?\"city\":\"([^\"]*)\".*", "$1");
  }

  private String accountId(String number) {
    return id("select id from carrier_account where number = '" + number + "'");
  }

  private String locationId(String name) {
    return id("select id from ship_location where name = '" + name + "'");
  }

  private String id(String sql) {
    return installation().asks(sql).getFirst().get("id").toString();
  }
}
