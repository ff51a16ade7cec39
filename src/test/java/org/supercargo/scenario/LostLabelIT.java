package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** UPS on a bad day: what is shown is what is known, and nothing is paid for twice. */
class LostLabelIT extends InBrowser {
  private static final String TROUBLE =
      "{\"response\":{\"errors\":[{\"code\":\"10500\",\"message\":\"Simulated 500\"}]}}";

  @Test
  void showsUnknownHonestlyAndThenTheLabelThatWasMadeAfterAll() {
    Shipper shipper = ready();
    ups().saysAfterWork("ship", 500, TROUBLE);
    ups().answersNext("recover", 503, 1_000);
    buys(shipper);
    assertThat(shipper.page().locator("#stand")).containsText("nobody knows yet");
    assertThat(shipper.page().locator("[id='shipment:print-label']")).hasCount(0);
    assertThat(shipper.browser().at("again")).hasCount(0);
    ups().dropsPreparedAnswers();
    installation().does("update shipment set due_at = requested_at where state = 'UNKNOWN'");
    assertThat(shipper.page().locator("#stand")).containsText("The label is made");
    assertThat(shipper.page().locator("h1")).containsText("1Z");
    assertThat(shipper.browser().at("again")).hasCount(1);
    assertThat(shipper.page().locator(".sc-label img")).hasCount(1);
    assertThat(Shipper.made(ups().shipments())).isEqualTo(1);
    assertThat(ups().shipments().get("duplicates").size()).isZero();
  }

  @Test
  void tellsAPersonWhatNobodyCanFindOutAnyMore() {
    Shipper shipper = ready();
    ups().saysAfterWork("ship", 500, TROUBLE);
    ups().answersNext("recover", 503, 1_000);
    buys(shipper);
    assertThat(shipper.page().locator("#stand")).containsText("nobody knows yet");
    Administrator admin = Administrator.at(shipper.browser());
    admin.opensAccounts().deletes("A1B2C3");
    installation().does("update shipment set due_at = requested_at");
    shipper.browser().opens("/alerts");
    for (int i = 0; i < 240 && shipper.browser().at("alerts:table:0:shipment").count() == 0; i++) {
      shipper.page().waitForTimeout(500);
      shipper.browser().opens("/alerts");
    }
    Locator row = shipper.page().locator("[id='alerts:table_data']");
    assertThat(row).containsText("Can not be found out");
    assertThat(row).containsText("The account A1B2C3 was deleted");
    assertThat(shipper.browser().at("alerts:table:0:regenerate")).hasCount(0);
    shipper.browser().clicks("alerts:table:0:shipment");
    assertThat(shipper.page().locator("#stand")).containsText("before you ship these goods again");
  }

  @Test
  void waitsForASlowUpsAndMakesOneLabel() {
    Shipper shipper = ready();
    ups().isSlow("ship", Duration.ofSeconds(4));
    buys(shipper);
    assertThat(shipper.page().locator("#stand")).containsText("The label is made");
    assertThat(Shipper.made(ups().shipments())).isEqualTo(1);
  }

  @Test
  void saysThatUpsRefusedInItsOwnWordsAndLetsOneCorrectIt() {
    Shipper shipper = ready();
    ups()
        .answersNext(
            "ship",
            400,
            "{\"response\":{\"errors\":[{\"code\":\"120100\",\"message\":\"Missing or invalid"
                + " shipper number\"}]}}");
    shipper
        .browser()
        .letsBeAnswered(() -> shipper.offer("UPS Ground").locator("[id$=':buy']").click());
    assertThat(shipper.page().locator("#trouble-told"))
        .containsText("Missing or invalid shipper number");
    shipper.asks().buys("UPS Ground");
    assertThat(Shipper.made(ups().shipments())).isEqualTo(1);
  }

  private static void buys(Shipper shipper) {
    shipper.offer("UPS Ground").locator("[id$=':buy']").click();
    shipper.page().waitForURL(url -> url.contains("/shipment?"));
  }

  private Shipper ready() {
    Shipper shipper = shipper();
    return shipper.opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5").asks();
  }
}
