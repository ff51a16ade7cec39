package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where a parcel is. */
class TrackIT extends InBrowser {
  @Test
  void showsTheTimeLineOfAParcelAndAsksUpsOnceInAWhile() {
    Shipper shipper = connected().ships();
    assertThat(shipper.page().locator("[id='shipment:way']")).containsText("Label made");
    long asked = ups().count("track");
    shipper.page().reload();
    assertThat(shipper.page().locator("[id='shipment:way']")).containsText("Label made");
    shipper.browser().letsThePageSettle();
    assertThat(ups().count("track")).isEqualTo(asked);
  }

  @Test
  void looksForANumberAndSaysThatUpsDoesNotKnowIt() {
    Shipper shipper = connected();
    Visitor browser = shipper.browser();
    browser.opens("/track");
    browser.types("track:subject", "1Z12345E1505270452");
    browser.letsBeAnswered(() -> browser.clicks("track:look"));
    assertThat(shipper.page().locator(".sc-way")).containsText("does not know it");
  }

  private Shipper connected() {
    return Shipper.at(administrator().connects("alice", "A1B2C3").browser());
  }
}
