package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From addresses and packages to a label, and never to two. */
class ShipIT extends InBrowser {
  @Test
  void makesALabelForOnePackageFromTheKeyboard() {
    Shipper shipper = shipper().opensShip().sendsTo(Shipper.someoneInChicago());
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
    assertThat(shipper.page().locator(".sc-label img")).hasJSProperty("naturalWidth", 1400);
    assertThat(Shipper.made(ups().shipments())).isEqualTo(1);
  }

  @Test
  void shipsSeveralPackagesThatAreAddedCopiedAndRemoved() {
    Shipper shipper = shipper().opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5");
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
    Shipper shipper = shipper().opensShip().sendsTo(Shipper.someoneInMunich()).weighs(0, "3");
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
    Shipper shipper = shipper().opensShip();
    shipper.browser().at("ship:parcels:0:weight").fill("1,5");
    shipper.asks();
    assertThat(shipper.browser().at("ship:parcels:0:weight-message")).containsText("comma");
    assertThat(shipper.browser().at("ship:to:addressLine1-message")).containsText("is missing");
    // Until somebody presses something the page goes on putting the cursor to what is wrong first.
    shipper.browser().at("ship:parcels:0:weight").click();
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
  void letsUpsMailAReturnLabelAndSaysSo() {
    Shipper shipper = shipper().opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5");
    Visitor browser = shipper.browser();
    shipper.page().locator("summary:has-text('Return label')").click();
    assertThat(browser.at("ship:labelEmail")).hasCount(0);
    browser.at("ship:returns").focus();
    shipper.enters("ship:returns", "PRINT_LABEL");
    assertThat(browser.at("ship:labelEmail")).hasCount(0);
    shipper.enters("ship:returns", "ELECTRONIC_LABEL");
    assertThat(browser.at("ship:labelEmail")).hasAttribute("aria-required", "true");
    assertThat(browser.at("ship:returns")).isFocused();

    shipper.asks();
    assertThat(browser.at("ship:elsewhere")).isDisabled();
    assertThat(browser.at("ship:elsewhere")).isChecked();
    assertThat(browser.at("ship:from:company-message")).containsText("is missing");
    assertThat(browser.at("ship:from:company")).isFocused();
    shipper.enters("ship:returns", "");
    assertThat(browser.at("ship:elsewhere")).not().isChecked();
    assertThat(browser.at("ship:from:company")).hasCount(0);

    shipper.enters("ship:returns", "ELECTRONIC_LABEL");
    Shipper.someoneInChicago()
        .forEach((field, value) -> shipper.enters("ship:from:" + field, value));
    shipper.asks();
    browser.letsBeAnswered(() -> buy(shipper).click());
    assertThat(browser.at("ship:parcels:0:description-message")).containsText("is missing");
    assertThat(browser.at("ship:labelEmail-message")).containsText("where UPS sends the label");
    assertThat(browser.at("ship:labelEmail")).isVisible();

    shipper.enters("ship:parcels:0:description", "Shoes").enters("ship:labelEmail", "rita").asks();
    browser.letsBeAnswered(() -> buy(shipper).click());
    assertThat(browser.at("ship:labelEmail-message")).containsText("is no e-mail address");
    assertThat(browser.at("ship:labelEmail")).isFocused();
    assertThat(ups().count("ship")).isZero();

    shipper.enters("ship:labelEmail", "rita@example.com").buys("UPS Ground");
    JsonNode sent = ups().calls("ship").at("/calls/0/body");
    assertThat(sent.asText())
        .containsPattern("\"ReturnService\":\\{\"Code\":\"8\"\\}")
        .contains("\"EMail\":{\"EMailAddress\":\"rita@example.com\"}");
    assertThat(shipper.stands()).contains("The return is made");
    assertThat(shipper.page().locator("#return-label"))
        .containsText("by e-mail to rita@example.com. There is no label to print here.");
    assertThat(browser.at("shipment:print-label")).hasCount(0);
    assertThat(shipper.page().locator("#main")).containsText("Label on the web");
  }

  @Test
  void saysThatUpsBringsALabelAndThatOneIsToBePrinted() {
    Shipper shipper = shipper().opensShip().returns("PRINT_AND_MAIL");
    shipper.asks().buys("UPS Ground");
    assertThat(shipper.page().locator("#return-label")).containsText("sends it by mail");
    assertThat(shipper.browser().at("shipment:print-label")).hasCount(0);
    shipper.opensShip().returns("PRINT_LABEL").asks().buys("UPS Ground");
    assertThat(shipper.page().locator("#return-label")).containsText("print it and give it");
    assertThat(shipper.browser().at("shipment:print-label")).isVisible();
    assertThat(shipper.page().locator(".sc-label img")).hasCount(1);
  }

  @Test
  void asksForThePriceOfAReturnAsSuch() {
    Shipper shipper = shipper().opensShip().returns("PRINT_LABEL").asks();
    assertThat(ups().calls("rate").at("/calls").findValuesAsText("body").getLast())
        .containsPattern("\"ReturnService\":\\{\"Code\":\"9\"\\}");
    assertThat(shipper.offer("UPS Ground")).containsText("Print a return label");
    assertThat(shipper.page().locator("#offers-mailed")).hasCount(0);
    shipper.enters("ship:returns", "PRINT_AND_MAIL").asks();
    assertThat(ups().calls("rate").at("/calls").findValuesAsText("body").getLast())
        .as("Rating knows no such return")
        .doesNotContain("ReturnService");
    assertThat(shipper.page().locator("[id$='offers-mailed']")).containsText("comes on top");
  }

  @Test
  void namesInWordsWhatThePageHasNoPlaceFor() {
    Shipper shipper = shipper();
    installation().does("update carrier_account set phone = '1'");
    shipper.opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5").asks();
    assertThat(shipper.page().locator("#messages"))
        .containsText("The phone number of the account’s own address must have 10 to 15 digits.");
  }

  @Test
  void movesTheCursorInTheMomentOfTheAnswerAndLeavesItThere() {
    Shipper shipper = shipper();
    installation().does("update carrier_account set company = '" + "W".repeat(36) + "'");
    shipper.opensShip();
    assertThat(cursorOf(shipper)).containsOnly("ship:to:company");
    shipper.sendsTo(Shipper.someoneInChicago()).weighs(0, "5");
    // Wrong is what can't be typed here: then the page's own sentence is what there is to read.
    assertThat(cursorOf(shipper)).containsOnly("DIV in messages");
    installation().does("update carrier_account set company = 'Harbour'");
  }

  @Test
  void movesTheCursorToUpsRefusalInTheMomentOfTheAnswer() {
    Shipper shipper = shipper().opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5");
    ups().refusesNext("rate", "111210", "Simulated refusal", 1);
    assertThat(cursorOf(shipper)).containsOnly("trouble-told");
    assertThat(cursorOf(shipper)).containsOnly("offers-title");
  }

  /** Where the cursor is from the moment on in which the answer to Get rates is shown. */
  private static List<Object> cursorOf(Shipper shipper) {
    shipper.page().evaluate(WATCHES_THE_CURSOR);
    Locator weight = shipper.browser().at("ship:parcels:0:weight");
    shipper.browser().letsBeAnswered(() -> weight.press("Enter"));
    shipper.page().waitForTimeout(600);
    return List.copyOf((List<?>) shipper.page().evaluate("window.cursor"));
  }

  private static final String WATCHES_THE_CURSOR =
      """
      () => {
        window.watching?.abort();
        window.watching = new AbortController();
        window.cursor = [];
        const note = () => {
          const at = document.activeElement;
          const box = at.closest('[id]') ?? document.body;
          window.cursor.push(at.id || at.tagName + ' in ' + box.id);
        };
        $(document).one('pfAjaxComplete', () => {
          note();
          const until = { signal: window.watching.signal };
          document.addEventListener('focusin', note, until);
          document.addEventListener('focusout', () => setTimeout(note), until);
        });
      }
      """;

  @Test
  void callsThePartsOfAnAddressAsItsCountryDoes() {
    Shipper shipper = shipper().opensShip();
    Locator labels = shipper.page().locator("[id='ship:to:fields']");
    assertThat(labels).containsText("ZIP code");
    shipper.enters("ship:to:company", "Kept").enters("ship:to:country", "JP");
    assertThat(shipper.browser().at("ship:to:company")).hasValue("Kept");
    assertThat(labels).containsText("Prefecture");
    assertThat(shipper.browser().at("ship:to:region")).isVisible();
    shipper.enters("ship:to:country", "CA");
    assertThat(labels).containsText("Province or territory");
    assertThat(shipper.browser().at("ship:to:state")).isVisible();
  }

  @Test
  void offersTheLastAddresses() {
    Shipper shipper = shipper().ships().opensShip();
    shipper.browser().letsBeAnswered(() -> shipper.browser().at("ship:recent").selectOption("1"));
    assertThat(shipper.browser().at("ship:to:company")).hasValue("Łucja Instruments");
    assertThat(shipper.browser().at("ship:to:state")).hasValue("IL");
  }

  @Test
  void asksAgainWhenTheShipmentIsNoLongerTheOneThatThePricesWereFor() {
    Shipper shipper =
        shipper().opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5").asks();
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
        shipper().opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5").asks();
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
        shipper().opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5").asks();
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
        shipper().opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5").asks();
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
}
