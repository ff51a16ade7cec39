package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Staff.Hired;

/** Taking shipments back, honestly. */
class VoidIT extends InBrowser {
  @Test
  void asksFirstAndThenTakesTheShipmentBack() {
    Shipper shipper = shipper().ships();
    wants(shipper, "shipment:void");
    shipper.browser().clicks("taking-back-form:cancel");
    assertThat(shipper.browser().at("taking-back-form:ok")).isHidden();
    assertThat(ups().count("void")).isZero();
    wants(shipper, "shipment:void");
    confirms(shipper);
    assertThat(shipper.page().locator("#stand")).containsText("was taken back");
    assertThat(shipper.page().locator("[id='shipment:labels']")).hasCount(0);
    assertThat(ups().shipments().get("voided").asLong()).isEqualTo(1);
  }

  @Test
  void takesOnePackageBackAndLeavesTheOther() {
    Shipper shipper = shipper().opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5");
    shipper.browser().letsBeAnswered(() -> shipper.browser().clicks("ship:parcels:0:copy"));
    shipper.asks().buys("UPS Ground");
    wants(shipper, "shipment:packages:1:void-one");
    confirms(shipper);
    Locator rows = shipper.page().locator("[id='shipment:packages_data'] > tr");
    assertThat(rows.nth(0)).containsText("Created");
    assertThat(rows.nth(1)).containsText("Voided");
    assertThat(shipper.page().locator(".sc-label img")).hasCount(1);
  }

  @Test
  void saysWhenUpsDoesNotTakeItBack() {
    Shipper shipper = shipper().ships();
    ups().movesParcelsOnBy(Duration.ofDays(4));
    wants(shipper, "shipment:void");
    confirms(shipper);
    assertThat(shipper.page().locator("#stand")).containsText("still holds");
    assertThat(shipper.page().locator("#main")).containsText("190102");
  }

  @Test
  void listsLabelsThatAreNotUsedWithTheirDeadline() {
    Shipper shipper = shipper().ships();
    shipper.browser().opens("/shipments?show=unused");
    Locator rows = shipper.page().locator("[id='shipments:table_data'] > tr");
    assertThat(rows).hasCount(1);
    assertThat(shipper.page().locator("[id='shipments:table_head']"))
        .containsText("Voidable until");
    rows.locator("a").first().click();
    shipper.browser().awaits("stand");
    wants(shipper, "shipment:void");
    confirms(shipper);
    shipper.browser().opens("/shipments?show=unused");
    assertThat(shipper.page().locator("#main")).containsText("No unused label");
  }

  @Test
  void findsAShipmentByItsNumberAndReference() {
    Shipper shipper = shipper().opensShip().sendsTo(Shipper.someoneInChicago()).weighs(0, "5");
    shipper.enters("ship:reference", "PO-4711").asks().buys("UPS Ground");
    Visitor browser = shipper.browser();
    String number =
        shipper.page().locator("[id='shipment:packages_data'] .sc-number").textContent().strip();
    browser.opens("/shipments");
    Locator rows = shipper.page().locator("[id='shipments:table_data'] > tr");
    assertThat(rows).hasCount(1);
    browser.letsBeAnswered(() -> browser.types("shipments:number", "1Z0000000000000000"));
    assertThat(shipper.page().locator("#main")).containsText("No shipment matches");
    browser.letsBeAnswered(() -> browser.types("shipments:number", number));
    assertThat(rows).containsText(number);
    browser.letsBeAnswered(() -> browser.clicks("shipments:clear"));
    browser.letsBeAnswered(() -> browser.types("shipments:reference", "po-4711"));
    assertThat(rows).containsText(number);
    browser.letsBeAnswered(() -> browser.at("shipments:state").selectOption("VOIDED"));
    assertThat(shipper.page().locator("#main")).containsText("No shipment matches");
  }

  @Test
  void letsAnAuditorLookButNotTakeBack() {
    Administrator admin = administrator().hasConnected("alice", "A1B2C3");
    Shipper shipper = Shipper.at(admin.browser()).ships();
    String path = shipper.browser().address().replaceFirst("^.*(/shipment)", "$1");
    Hired hired = Staff.hires(admin.browser(), "AUDITOR");
    Visitor auditor = Staff.signsIn(visitor(), hired);
    auditor.opens(path);
    assertThat(auditor.page().locator("#stand")).containsText("The label is made");
    auditor.letsThePageSettle();
    for (String deed : java.util.List.of("void", "print-label", "raw", "recover")) {
      assertThat(auditor.page().locator("[id='shipment:" + deed + "']")).hasCount(0);
      String id = "shipment:" + deed;
      assertThat(Forgery.posts(auditor, path, "shipment", Map.of(id, id))).isLessThan(500);
    }
    assertThat(ups().count("void")).isZero();
    assertThat(ups().count("recover")).isZero();
  }

  private static void wants(Shipper shipper, String button) {
    shipper.browser().letsThePageSettle();
    shipper.browser().clicks(button);
    shipper.browser().awaits("taking-back-form:ok");
  }

  private static void confirms(Shipper shipper) {
    shipper.browser().letsThePageSettle();
    shipper.browser().letsBeAnswered(() -> shipper.browser().clicks("taking-back-form:ok"));
  }
}
