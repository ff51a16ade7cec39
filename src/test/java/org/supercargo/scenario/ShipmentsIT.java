package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finding shipments again, on the screen and as a file, and everything that is known of one. */
class ShipmentsIT extends InBrowser {
  @Test
  void narrowsTheListByDayAndAccount() {
    Shipper shipper = shipper().ships();
    Visitor browser = shipper.browser();
    browser.opens("/shipments");
    assertThat(rows(shipper)).hasCount(1);
    LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2);
    browser.letsBeAnswered(() -> chooses(browser, "shipments:from", tomorrow.toString()));
    assertThat(shipper.page().locator("#main")).containsText("No shipment matches");
    browser.letsBeAnswered(() -> browser.clicks("shipments:clear"));
    assertThat(rows(shipper)).hasCount(1);
    browser.letsBeAnswered(
        () -> chooses(browser, "shipments:until", tomorrow.minusDays(4).toString()));
    assertThat(shipper.page().locator("#main")).containsText("No shipment matches");
    browser.letsBeAnswered(() -> browser.clicks("shipments:clear"));
    browser.finds("shipments:account", "A1B2C3");
    assertThat(rows(shipper)).hasCount(1);
  }

  @Test
  void savesWhatTheFiltersLetThroughAsAFileThatNoSpreadsheetRuns() {
    Shipper shipper = shipper().ships().opensShip();
    shipper.sendsTo(Shipper.someoneInChicago()).weighs(0, "5").enters("ship:reference", "po-4711");
    shipper.asks().buys("UPS Ground");
    installation().does("update shipment set to_name = '=1+1'");
    Visitor browser = shipper.browser();
    browser.opens("/shipments");
    assertThat(rows(shipper).first()).containsText("po-4711");
    List<String> all = saved(shipper);
    assertThat(all).hasSize(3);
    assertThat(all.getFirst()).startsWith("\uFEFFOrdered,Tracking number,Reference,");
    assertThat(all.get(1))
        .matches(
            "\\d{4}-[^,]+\\+0[12]:00,1Z\\w{16},po-4711,SC\\w+,Created,UPS,A1B2C3,03,"
                + "'=1\\+1,Chicago,US,1,[\\d.]+,USD,[^,]+\\+0[12]:00,,admin");
    browser.letsBeAnswered(() -> browser.types("shipments:reference", "PO-4711"));
    assertThat(saved(shipper)).containsExactly(all.get(0), all.get(1));
    assertThat(installation().asks("select subject from audit_entry where action = 'EXPORTED'"))
        .extracting(entry -> entry.get("subject"))
        .contains("shipments");
  }

  @Test
  void tellsEverythingOfOneShipment() {
    Shipper shipper = shipper().ships();
    Locator page = shipper.page().locator("#main");
    assertThat(page).containsText("Charges");
    assertThat(page).containsText("Negotiated");
    assertThat(page).containsText("233 S Wacker Dr");
    shipper.showsWire(1);
    Locator wire = shipper.page().locator("[id='shipment:wire']");
    assertThat(wire.locator("details")).not().hasCount(0);
    assertThat(wire).containsText("ship");
    assertThat(wire).not().containsText("Bearer e");
    assertThat(wire).not().containsText("233 S Wacker Dr");
  }

  @Test
  void saysOfAnOldShipmentThatItsAddressIsNoLongerKept() {
    Shipper shipper = shipper().ships();
    Visitor browser = shipper.browser();
    installation()
        .does(
            "update shipment set requested_at = requested_at - interval '500' day,"
                + " created_at = created_at - interval '500' day,"
                + " voidable_until = voidable_until - interval '500' day");
    sweeps(shipper);
    browser.opens("/shipments");
    assertThat(rows(shipper).first()).containsText("address no longer kept");
    assertThat(rows(shipper).first()).not().containsText("Łucja");
    assertThat(saved(shipper).get(1))
        .contains(",03,,Chicago,US,1,")
        .as("the time of the user's zone")
        .matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+\\+0[12]:00,.*");
    rows(shipper).locator("a").first().click();
    browser.awaits("stand");
    Locator page = shipper.page().locator("#main");
    assertThat(page).containsText("Addresses removed");
    assertThat(page).not().containsText("233 S Wacker Dr");
    assertThat(page).containsText("Chicago IL");
    assertThat(page).containsText("Charges");
    assertThat(shipper.page().locator("#again")).hasCount(0);
    assertThat(shipper.page().locator("[id='shipment:labels']")).hasCount(0);
    String id = installation().asks("select id from shipment").getFirst().get("id").toString();
    shipper.opens("/ship?again=" + id);
    assertThat(shipper.page().locator("body")).containsText("no longer kept");
    assertThat(browser.at("ship:to:addressLine1")).hasValue("");
  }

  /** Run now at Timers, and the wait for its end. */
  private void sweeps(Shipper shipper) {
    shipper.browser().opens("/timers");
    shipper.page().locator("section:has(h2:text-is('Shipping sweep')) [id$=':run']").click();
    shipper.page().getByText("It runs now.").first().waitFor();
    String waits = "select 1 from shipment where forgotten_at is null";
    shipper.browser().awaitsThat("it is swept", () -> installation().asks(waits).isEmpty());
  }

  private static Locator rows(Shipper shipper) {
    return shipper
        .page()
        .locator("[id='shipments:table_data'] > tr:not(.ui-datatable-empty-message)");
  }

  private static void chooses(Visitor browser, String id, String day) {
    browser.at(id).fill(day);
    browser.at(id).dispatchEvent("change");
  }

  private static List<String> saved(Shipper shipper) {
    return new String(shipper.saves("file:export"), StandardCharsets.UTF_8).lines().toList();
  }
}
