package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a parcel is. */
class TrackIT extends InBrowser {
  @Test
  void showsTheTimeLineOfAParcelAndAsksUpsOnceInAWhile() {
    Shipper shipper = shipper().ships();
    assertThat(shipper.page().locator("[id='shipment:way']")).containsText("Label made");
    long asked = ups().count("track");
    shipper.page().reload();
    assertThat(shipper.page().locator("[id='shipment:way']")).containsText("Label made");
    shipper.browser().letsThePageSettle();
    assertThat(ups().count("track")).isEqualTo(asked);
  }

  @Test
  void looksForANumberAndSaysThatUpsDoesNotKnowIt() {
    Shipper shipper = shipper();
    Visitor browser = shipper.browser();
    browser.opens("/track");
    browser.types("track:subject", "1Z12345E1505270452");
    browser.letsBeAnswered(() -> browser.clicks("track:look"));
    assertThat(shipper.page().locator(".sc-way")).containsText("does not know it");
  }

  @Test
  void showsTheSignatureAndSavesTheLetterOfADelivery() {
    Shipper shipper = shipper().opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5");
    shipper.enters("ship:confirmation", "SIGNATURE").asks().buys("UPS Ground");
    Locator way = shipper.page().locator("[id='shipment:way']");
    assertThat(way).containsText("Label made");
    ups().movesParcelsOnBy(Duration.ofDays(14));
    installation().does("update tracking_snapshot set asked_at = asked_at - interval '6' minute");
    shipper.page().reload();
    assertThat(way).containsText("Delivered");
    Locator signature = way.locator(".sc-signature");
    signature.waitFor();
    shipper.page().waitForCondition(() -> (boolean) signature.evaluate("it => it.complete"));
    assertThat((int) signature.evaluate("it => it.naturalWidth")).isGreaterThan(20);
    Locator letter = way.locator("a[href*='which=LETTER']");
    Download file = shipper.page().waitForDownload(letter::click);
    assertThat(file.path()).content().contains("Proof of Delivery");
    assertThat(file.suggestedFilename()).endsWith(".html");
    assertThat(ups().count("track")).isEqualTo(2);
    for (String query : List.of("which=LETTER", "account=1&number=1&which=LETTER", "")) {
      String nothing = installation().server().uri() + "/proof?" + query;
      assertThat(shipper.page().request().get(nothing).status()).as(query).isEqualTo(404);
    }
  }

  @Test
  void findsInTheWireLogWhatOneLooksFor() {
    Shipper shipper = shipper().ships();
    Visitor browser = shipper.browser();
    Locator lines = shipper.page().locator("[id='shipment:wire'] details");
    shipper.showsWire(2);
    browser.types("shipment:wanted", "ShipmentRequest");
    browser.letsBeAnswered(() -> browser.clicks("shipment:show-wire"));
    assertThat(lines).hasCount(1);
    assertThat(lines).containsText("ship");
    browser.types("shipment:wanted", "Łucja");
    browser.letsBeAnswered(() -> browser.clicks("shipment:show-wire"));
    assertThat(shipper.page().locator("[id='shipment:wire']"))
        .containsText("That stands in none of them");
  }
}
