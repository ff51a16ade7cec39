package org.supercargo.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who ships, at work in a browser. */
final class Shipper {
  private final Visitor browser;

  private Shipper(Visitor browser) {
    this.browser = browser;
  }

  static Shipper at(Visitor browser) {
    return new Shipper(browser);
  }

  /** A receiver in the United States, as the inputs of the Ship page are called. */
  static Map<String, String> someoneInChicago() {
    Map<String, String> to = new LinkedHashMap<>();
    to.put("company", "Łucja Instruments");
    to.put("addressLine1", "233 S Wacker Dr");
    to.put("postalCode", "60606");
    to.put("city", "Chicago");
    to.put("state", "IL");
    return to;
  }

  /** One in Germany. */
  static Map<String, String> someoneInMunich() {
    Map<String, String> to = new LinkedHashMap<>();
    to.put("country", "DE");
    to.put("company", "Bäckerei Groß");
    to.put("contactName", "Jörg Groß");
    to.put("phone", "+49 89 1234567");
    to.put("addressLine1", "Marienplatz 1");
    to.put("postalCode", "80331");
    to.put("city", "München");
    return to;
  }

  Visitor browser() {
    return browser;
  }

  Page page() {
    return browser.page();
  }

  Shipper opensShip() {
    return opens("/ship");
  }

  Shipper opens(String path) {
    browser.opens(path);
    browser.awaits("ship:account");
    page().waitForLoadState(LoadState.LOAD);
    return this;
  }

  Shipper sendsTo(Map<String, String> to) {
    to.forEach((field, value) -> enters("ship:to:" + field, value));
    return this;
  }

  Shipper weighs(int parcel, String pounds) {
    return enters("ship:parcels:" + parcel + ":weight", pounds);
  }

  /** Somebody in Chicago sends shoes back to another there. */
  Shipper returns(String service) {
    sendsTo(someoneInChicago()).weighs(0, "5");
    page().locator("summary:has-text('Return label')").click();
    enters("ship:returns", service).enters("ship:parcels:0:description", "Shoes");
    someoneInChicago().forEach((field, value) -> enters("ship:from:" + field, value));
    return this;
  }

  Shipper enters(String id, String value) {
    Locator input = browser.at(id);
    if (input.evaluate("it => it.tagName").equals("SPAN")) {
      browser.finds(id, value);
    } else if (input.evaluate("it => it.tagName").equals("SELECT")) {
      input.selectOption(value);
      browser.letsThePageSettle();
    } else {
      browser.types(id, value);
    }
    return this;
  }

  /** Get rates. */
  Shipper asks() {
    browser.letsBeAnswered(() -> browser.clicks("ship:ask"));
    return this;
  }

  Locator offers() {
    return page().locator("[id='ship:offers_data'] > tr");
  }

  Locator offer(String service) {
    return offers().filter(new Locator.FilterOptions().setHasText(service));
  }

  /** Presses Make label at a service, and waits for the shipment's page. */
  Shipper buys(String service) {
    offer(service).locator("button[id$=':buy']").click();
    page().waitForURL(url -> url.contains("/shipment?"));
    browser.awaits("stand");
    page().waitForLoadState(LoadState.LOAD);
    browser.letsThePageSettle();
    return this;
  }

  /** What went over the wire, so many lines at least: it is written a second late. */
  void showsWire(int lines) {
    Locator shown = page().locator("[id='shipment:wire'] details");
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    do {
      browser.letsBeAnswered(() -> browser.clicks("shipment:show-wire"));
    } while (shown.count() < lines && System.nanoTime() < end);
  }

  /** A whole domestic shipment of one package. */
  Shipper ships() {
    return opensShip().sendsTo(someoneInChicago()).weighs(0, "5").asks().buys("UPS Ground");
  }

  /** The state's sentence on the shipment's page. */
  String stands() {
    return browser.awaits("stand").textContent().strip();
  }

  /** Presses what answers with a file, and reads it. */
  byte[] saves(String button) {
    Download file = page().waitForDownload(() -> browser.clicks(button));
    try {
      return Files.readAllBytes(file.path());
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  static long made(JsonNode books) {
    return books.get("count").asLong();
  }
}
