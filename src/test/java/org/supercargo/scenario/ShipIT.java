package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From addresses and packages to a label, and never to two. */
class ShipIT extends InBrowser {
  @Test
  void makesALabelForOnePackageFromTheKeyboard() {
    Shipper shipper = connected().opensShip().sendsTo(Shipper.someoneInChicago());
    shipper.browser().at("ship:parcels:0:weight").fill("5");
    shipper.browser().letsBeAnswered(() -> shipper.page().keyboard().press("Enter"));
    assertThat(shipper.offers().first()).containsText("USD");
    assertThat(shipper.page().locator("#offers-title")).isFocused();
    for (int i = 0; i < 30 && !isOnButtonOf(shipper, "UPS Ground"); i++) {
      shipper.page().keyboard().press("Tab");
    }
    shipper.page().keyboard().press("Enter");
    shipper.page().waitForURL(url -> url.contains("/shipment?"));
    assertThat(shipper.stands()).contains("The label is made");
    assertThat(shipper.page().locator(".sc-label img")).hasCount(1);
    shipper.page().waitForFunction("document.querySelector('.sc-label img').naturalWidth === 1400");
    assertThat(Shipper.made(ups().shipments())).isEqualTo(1);
  }

  @Test
  void shipsSeveralPackagesThatAreAddedCopiedAndRemoved() {
    Shipper shipper = connected().opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5");
    Visitor browser = shipper.browser();
    browser.letsBeAnswered(() -> browser.clicks("ship:parcels:0:copy"));
    browser.letsBeAnswered(() -> browser.clicks("ship:add"));
    shipper.weighs(2, "7.5");
    assertThat(browser.at("ship:parcels:1:weight")).hasValue("5");
    browser.letsBeAnswered(() -> browser.clicks("ship:parcels:0:remove"));
    assertThat(browser.at("ship:parcels:1:weight")).hasValue("7.5");
    shipper.asks().buys("UPS Ground");
    assertThat(shipper.page().locator("[id='shipment:packages_data'] > tr")).hasCount(2);
    assertThat(shipper.page().locator(".sc-label img")).hasCount(2);
  }

  @Test
  void shipsAbroadWithAnInvoice() {
    Shipper shipper = connected().opensShip().sendsTo(Shipper.someoneInMunich()).weighs(0, "3");
    shipper
        .enters("ship:description", "Measuring tools")
        .enters("ship:invoiceNumber", "INV-2030-7")
        .enters("ship:terms", "DAP")
        .enters("ship:items:0:description", "Caliper, steel")
        .enters("ship:items:0:quantity", "2")
        .enters("ship:items:0:unitPrice", "49.50");
    shipper.asks();
    shipper.offers().first().locator("button[id$=':buy']").click();
    assertThat(shipper.page().locator("#stand")).containsText("The label is made");
    assertThat(shipper.page().locator("a[href*='/paper']").first()).containsText("PDF");
  }

  @Test
  void namesWhatIsWrongBesideEachField() {
    Shipper shipper = connected().opensShip();
    shipper.browser().at("ship:parcels:0:weight").fill("1,5");
    shipper.asks();
    assertThat(shipper.browser().at("ship:parcels:0:weight-message")).containsText("comma");
    assertThat(shipper.browser().at("ship:to:addressLine1-message")).containsText("is missing");
    shipper.browser().at("ship:parcels:0:weight").fill("151");
    shipper.enters("ship:to:addressLine1", "1".repeat(36)).asks();
    assertThat(shipper.browser().at("ship:to:addressLine1-message")).containsText("longer than 35");
    assertThat(shipper.browser().at("ship:to:addressLine1")).hasValue("1".repeat(36));
    assertThat(shipper.browser().at("ship:parcels:0:weight-message")).containsText("150 lb");
    assertThat(shipper.browser().at("ship:to:company-message")).containsText("is missing");
    assertThat(shipper.browser().at("ship:to:postalCode-message")).containsText("digits");
    assertThat(shipper.browser().at("ship:to:company")).isFocused();
    assertThat(ups().count("rate")).as("but for the proof of the account").isEqualTo(1);
  }

  @Test
  void callsThePartsOfAnAddressAsItsCountryDoes() {
    Shipper shipper = connected().opensShip();
    Locator labels = shipper.page().locator("[id='ship:to:fields']");
    assertThat(labels).containsText("ZIP code");
    shipper.enters("ship:to:country", "JP");
    assertThat(labels).containsText("Prefecture");
    assertThat(shipper.browser().at("ship:to:region")).isVisible();
    shipper.enters("ship:to:country", "CA");
    assertThat(labels).containsText("Province or territory");
    assertThat(shipper.browser().at("ship:to:state")).isVisible();
  }

  @Test
  void offersTheLastAddresses() {
    Shipper shipper = connected().ships().opensShip();
    shipper.browser().letsBeAnswered(() -> shipper.browser().at("ship:recent").selectOption("1"));
    assertThat(shipper.browser().at("ship:to:company")).hasValue("Łucja Instruments");
    assertThat(shipper.browser().at("ship:to:state")).hasValue("IL");
  }

  @Test
  void asksAgainWhenTheShipmentIsNoLongerTheOneThatThePricesWereFor() {
    Shipper shipper =
        connected().opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5").asks();
    shipper.weighs(0, "50");
    shipper.browser().letsBeAnswered(() -> buy(shipper).click());
    assertThat(shipper.page().locator("#messages")).containsText("choose again");
    assertThat(Shipper.made(ups().shipments())).isZero();
    shipper.buys("UPS Ground");
    assertThat(Shipper.made(ups().shipments())).isEqualTo(1);
  }

  @Test
  void makesOneLabelHoweverOftenTheButtonIsPressed() {
    Shipper shipper =
        connected().opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5").asks();
    ups().isSlow("ship", java.time.Duration.ofSeconds(2));
    String button = buy(shipper).getAttribute("id");
    Map<String, String> press = Map.of(button, button, "service", "03");
    shipper.page().evaluate(PRESSES_TWICE, java.util.List.of("/ship", "ship", press));
    assertThat(Shipper.made(ups().shipments())).isEqualTo(1);
    shipper.page().goBack();
    shipper.page().goForward();
    shipper.page().reload();
    assertThat(Shipper.made(ups().shipments())).isEqualTo(1);
  }

  @Test
  void meansTheSameLabelOnAPageThatIsComeBackTo() {
    Shipper shipper =
        connected().opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5").asks();
    String key = shipper.browser().at("ship:key").inputValue();
    shipper.buys("UPS Ground");
    String made = shipper.browser().address();
    // As a browser does that has kept the page: the same fields, the same key, a bean that is gone.
    shipper.opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5");
    shipper.browser().at("ship:key").evaluate("(it, key) => { it.value = key; }", key);
    shipper.asks().buys("UPS Ground");
    assertThat(shipper.browser().address()).isEqualTo(made);
    assertThat(Shipper.made(ups().shipments())).isEqualTo(1);
  }

  @Test
  void refusesAKeyThatStandsForAnotherLabelAndLeadsToIt() {
    Shipper shipper =
        connected().opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5").asks();
    String key = shipper.browser().at("ship:key").inputValue();
    shipper.buys("UPS Ground");
    shipper.opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "6");
    shipper.browser().at("ship:key").evaluate("(it, key) => { it.value = key; }", key);
    shipper.asks();
    shipper.browser().letsBeAnswered(() -> buy(shipper).click());
    assertThat(shipper.page().locator("#trouble-told")).containsText("no second label was made");
    assertThat(Shipper.made(ups().shipments())).isEqualTo(1);
    shipper.browser().letsBeAnswered(() -> shipper.browser().clicks("ship:renew"));
    shipper.asks().buys("UPS Ground");
    assertThat(Shipper.made(ups().shipments())).isEqualTo(2);
  }

  private static final String PRESSES_TWICE =
      """
      async ([path, id, more]) => {
        const form = new URLSearchParams(new FormData(document.getElementById(id)));
        document.querySelectorAll('[name="primefaces.nonce"]')
            .forEach(nonce => form.set(nonce.name, nonce.value));
        Object.entries(more).forEach(([name, value]) => form.set(name, value));
        const press = () => fetch(path, { method: 'POST', body: form });
        await Promise.all([press(), press()]);
      }
      """;

  private static boolean isOnButtonOf(Shipper shipper, String service) {
    String focused = "document.activeElement.getAttribute('aria-label') ?? ''";
    return ((String) shipper.page().evaluate(focused)).startsWith("Make label: " + service + ",");
  }

  private static Locator buy(Shipper shipper) {
    return shipper.offer("UPS Ground").locator("button[id$=':buy']");
  }

  private Shipper connected() {
    return Shipper.at(administrator().connects("alice", "A1B2C3").browser());
  }
}
