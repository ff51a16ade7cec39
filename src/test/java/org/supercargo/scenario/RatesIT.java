package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Staff.Hired;

/** What it would cost, and when it would be there, without ordering anything. */
class RatesIT extends InBrowser {
  @Test
  void showsPublishedAndNegotiatedPricesSideBySideTheCheapestFirst() {
    Shipper shipper = asked("alice", "A1B2C3", "30328");
    List<String> ground = shipper.offer("UPS Ground").locator("td").allInnerTexts();
    assertThat(amount(ground.get(3))).isLessThan(amount(ground.get(2)));
    List<Double> prices =
        shipper.offers().locator("td:nth-child(4)").allInnerTexts().stream()
            .map(RatesIT::amount)
            .toList();
    assertThat(prices).hasSizeGreaterThan(3).isSorted();
    assertThat(shipper.page().locator("[id$=':buy']")).hasCount(0);
    assertThat(shipper.browser().sees("lacks-negotiated")).isFalse();
    shipper.offer("UPS Ground").locator("summary").click();
    assertThat(shipper.offer("UPS Ground")).containsText("Transport");
    assertThat(ups().count("ship")).isZero();
  }

  @Test
  void tellsInWordsWhatAPriceIsMadeOf() {
    Shipper shipper = connected("alice", "A1B2C3", "30328").opens("/rates");
    shipper.sendsTo(Shipper.someoneInChicago()).weighs(0, "5");
    shipper.browser().at("ship:to:residential").check();
    shipper.asks();
    Locator ground = shipper.offer("UPS Ground");
    ground.locator("summary").click();
    for (String words :
        List.of("Fuel", "Residential address", "USD", "Billing weight", "5", "lb", "Estimate")) {
      assertThat(ground).containsText(words);
    }
    assertThat(shipper.offer("UPS Next Day Air Early")).containsText("Guaranteed");
    assertThat(shipper.offer("UPS Next Day Air Early")).containsText("by 8:00");
    String early = shipper.offer("UPS Next Day Air Early").locator("td").nth(1).innerText();
    assertThat(early).endsWith("Guaranteed · 1 business day");
    shipper.browser().at("ship:to:residential").uncheck();
    shipper.asks();
    assertThat(shipper.offer("UPS Ground")).not().containsText("Residential address");
  }

  @Test
  void asksUpsNothingBeyondItsLimits() {
    Shipper shipper = connected("alice", "A1B2C3", "30328").opens("/rates");
    long asked = ups().count("rate");
    shipper.sendsTo(Shipper.someoneInChicago()).weighs(0, "151");
    shipper.enters("ship:parcels:0:length", "109");
    shipper.enters("ship:parcels:0:width", "5").enters("ship:parcels:0:height", "5").asks();
    assertThat(shipper.page().locator("#main")).containsText("above UPS's limit of 150 lb");
    assertThat(shipper.page().locator("#main")).containsText("above UPS's limit of 108 in");
    assertThat(ups().count("rate")).isEqualTo(asked);
  }

  @Test
  void sortsByArrivalAndMarksTheCheapestInTime() {
    Shipper shipper = asked("alice", "A1B2C3", "30328");
    LocalDate soon = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(60);
    shipper.browser().at("ship:wished").fill(soon.toString());
    shipper.asks();
    assertThat(shipper.offers().first()).containsText("Cheapest in time");
    shipper.browser().letsBeAnswered(() -> shipper.browser().clicks("ship:by-arrival"));
    assertThat(shipper.offers().first()).containsText("Fastest");
    shipper.browser().at("ship:wished").fill("2020-01-01");
    shipper.asks();
    assertThat(shipper.page().locator("#too-late")).isVisible();
  }

  @Test
  void saysLoudlyThatNegotiatedRatesAreMissing() {
    Shipper shipper = connected("alice", "A1B2C3", "30328");
    ups().hasUserWithoutNegotiatedRates("alice", "A1B2C3");
    ask(shipper);
    assertThat(shipper.page().locator("#lacks-negotiated")).containsText("are missing");
    shipper.offer("UPS Ground").locator("summary").click();
    assertThat(shipper.offer("UPS Ground")).containsText("qualified to receive negotiated rates");
  }

  @Test
  void saysInWordsThatTheNumberIsNoLongerHeldAndLeadsToTheAccount() {
    Shipper shipper = connected("alice", "A1B2C3", "30328");
    ups().hasUser("alice", "001234");
    ask(shipper);
    Locator told = shipper.page().locator("#trouble-told");
    assertThat(told).containsText("UPS says no");
    assertThat(told).containsText("Missing or invalid shipper number");
    assertThat(told).containsText("112111");
    for (String words : List.of("what", "why", "todo")) {
      assertThat(told).containsText(Catalogue.says("112111", words));
    }
    assertThat(told).containsText("Who has to act");
    showsTheFix(shipper, "ship:to-account");
  }

  @Test
  void leadsToTheAccountFromALabelThatUpsRefusesForItsNumber() {
    Shipper shipper = connected("alice", "A1B2C3", "30328");
    shipper.opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5").asks();
    ups().hasUser("alice", "001234");
    shipper
        .browser()
        .letsBeAnswered(() -> shipper.offer("UPS Ground").locator("[id$=':buy']").click());
    assertThat(shipper.page().locator("#trouble-told")).containsText("120100");
    assertThat(Shipper.made(ups().shipments())).isZero();
    showsTheFix(shipper, "ship:to-account");
  }

  private static void showsTheFix(Shipper shipper, String link) {
    shipper.browser().letsThePageSettle();
    shipper.browser().clicks(link);
    shipper.page().waitForURL(url -> url.contains("/account?"));
    Locator fix = shipper.page().locator("[id='account:not-held']");
    assertThat(fix).containsText("Add the account number");
    assertThat(fix).containsText("choose Regenerate Tokens");
    assertThat(shipper.browser().at("account:regenerate")).isVisible();
  }

  @Test
  void saysThatUpsIsAwayAndKeepsWhatWasTyped() {
    Shipper shipper = connected("alice", "A1B2C3", "30328");
    ups().answersNext("rate", 503, 9);
    ask(shipper);
    assertThat(shipper.page().locator("#trouble-told")).containsText("asked at the moment");
    assertThat(shipper.browser().at("ship:to:company")).hasValue("Łucja Instruments");
    ups().dropsPreparedAnswers();
  }

  @Test
  void leadsWhoHasNoAccountToTheAccounts() {
    Visitor visitor = administrator().browser();
    visitor.opens("/rates");
    assertThat(visitor.at("no-account")).containsText("No account to ship with yet");
    visitor.clicks("connect");
    visitor.page().waitForURL(url -> url.contains("/accounts"));
  }

  @Test
  void keepsShippingFromAnAuditorAndTakesAShipperIn() {
    Administrator admin = administrator().hasConnected("alice", "A1B2C3");
    Hired auditor = Staff.hires(admin.browser(), "AUDITOR");
    Hired shipper = Staff.hires(admin.browser(), "SHIPPER");
    Visitor reading = Staff.signsIn(visitor(), auditor);
    assertThat(reading.page().locator("a[href$='/ship']")).hasCount(0);
    for (String path : List.of("/ship", "/rates")) {
      String there = installation().server().uri() + path;
      assertThat(reading.page().navigate(there).status()).as(path).isEqualTo(403);
    }
    reading.opens("/shipments");
    assertThat(reading.page().locator("#main")).containsText("Nothing was shipped yet");
    assertThat(reading.page().locator("[id='shipments:print']")).hasCount(0);
    Map<String, String> press = Map.of("shipments:print", "shipments:print");
    assertThat(Forgery.posts(reading, "/shipments", "shipments", press)).isLessThan(500);
    Shipper at = Shipper.at(Staff.signsIn(visitor(), shipper)).ships();
    assertThat(at.stands()).contains("The label is made");
  }

  private Shipper asked(String user, String number, String postalCode) {
    Shipper shipper = connected(user, number, postalCode);
    ask(shipper);
    return shipper;
  }

  private static void ask(Shipper shipper) {
    shipper.opens("/rates").sendsTo(Shipper.someoneInChicago()).weighs(0, "5").asks();
  }

  private Shipper connected(String user, String number, String postalCode) {
    Form form = Form.of(number).with("accountPostalCode", postalCode);
    return Shipper.at(administrator().hasConnected(user, form).browser());
  }

  private static double amount(String text) {
    return Double.parseDouble(text.replaceAll("[^0-9.]", ""));
  }
}
