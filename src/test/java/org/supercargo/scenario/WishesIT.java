package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Program.Answer;
import org.supercargo.shipping.batch.Files;

/** What an account's shipments begin with: on screens, in files, and for programs. */
class WishesIT extends InApi {
  private Administrator admin;

  @BeforeEach
  void connects() {
    admin = administrator().hasConnected("alice", "A1B2C3");
  }

  @Test
  void beginsShipmentsAsTheAccountsPageSays() {
    wishes(Map.of("format", "ZPL", "stock", "8", "packaging", "PAK"), "RECEIVER");
    Visitor browser = admin.browser();
    browser.clicks("account:ship");
    browser.awaits("ship:account");
    assertThat(browser.at("ship:format")).hasValue("ZPL");
    assertThat(browser.at("ship:stock")).hasValue("8");
    assertThat(browser.at("ship:parcels:0:packaging")).hasValue("PAK");
    assertThat(browser.at("ship:payer:kind")).hasValue("RECEIVER");
    assertThat(browser.at("ship:payer:accountNumber")).hasValue("R7T901");
  }

  @Test
  void printsOnThePaperThatTheAccountsPageSays() throws IOException {
    wishes(Map.of("sheet", "A4"), "SHIPPER");
    Shipper shipper = Shipper.at(admin.browser()).ships();
    Pattern outlined = Pattern.compile(".*outlined.*");
    assertThat(shipper.browser().at("shipment:print-a4")).not().hasClass(outlined);
    assertThat(shipper.browser().at("shipment:print-label")).hasClass(outlined);
    assertThat(shipper.browser().at("shipment:print-letter")).hasClass(outlined);
    shipper.browser().opens("/shipments");
    assertThat(shipper.browser().at("shipments:sheet")).hasValue("A4");
    shipper.page().locator("[id='shipments:table_head'] .ui-chkbox-box").click();
    shipper.browser().letsThePageSettle();
    try (PDDocument paper = Loader.loadPDF(shipper.saves("shipments:print"))) {
      assertThat(paper.getPage(0).getMediaBox().getWidth()).isEqualTo(PDRectangle.A4.getWidth());
    }
  }

  @Test
  void fillsInWhatARowOfAFileDoesNotSay() {
    wishes(Map.of("format", "ZPL", "stock", "8", "packaging", "SMALL_BOX"), "RECEIVER");
    Visitor browser = admin.browser();
    browser.opens("/batches");
    assertThat(browser.at("upload:format")).hasValue("ZPL");
    uploads(browser);
    assertWishesWentToUps();
  }

  @Test
  void printsAFileOnThePaperThatTheAccountsPageSays() {
    wishes(Map.of("sheet", "LETTER"), "SHIPPER");
    Visitor browser = admin.browser();
    browser.opens("/batches");
    uploads(browser);
    assertThat(browser.at("labels:sheet")).hasValue("LETTER");
  }

  private static void uploads(Visitor browser) {
    byte[] file = Files.of(1).getBytes(StandardCharsets.UTF_8);
    browser.at("upload:file").setInputFiles(new FilePayload("orders.csv", "text/csv", file));
    browser.clicks("upload:go");
    browser.awaits("batch:tag");
    browser.clicks("batch:start");
    browser.awaits("starting-form:ok");
    browser.clicks("starting-form:ok");
    assertThat(browser.at("batch:tag")).containsText("Done");
    browser.page().reload();
  }

  @Test
  void fillsInWhatAProgramDoesNotSay() {
    wishes(Map.of("format", "ZPL", "stock", "8", "packaging", "SMALL_BOX"), "RECEIVER");
    Program program = program("ACCOUNTS_READ", "RATES", "SHIP", "SHIPMENTS_READ", "VOID", "TRACK");
    long account = program.gets("/api/v1/accounts").json().at("/items/0/id").asLong();
    ObjectNode order = Orders.shipment(account);
    order.remove(List.of("label", "transport"));
    ((ObjectNode) order.at("/parcels/0")).remove("packaging");
    Answer made =
        Promise.isKept(
            program.posts(
                "/api/v1/shipments",
                order.toString(),
                "Idempotency-Key",
                UUID.randomUUID().toString()));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().at("/documents/0/mediaType").asText()).isEqualTo("application/x-zpl");
    assertWishesWentToUps();
  }

  private void assertWishesWentToUps() {
    JsonNode sent = shipped();
    assertThat(sent.at("/LabelSpecification/LabelImageFormat/Code").asText()).isEqualTo("ZPL");
    assertThat(sent.at("/LabelSpecification/LabelStockSize/Height").asText()).isEqualTo("8");
    assertThat(sent.at("/Shipment/Package/0/Packaging/Code").asText()).isEqualTo("2a");
    assertThat(sent.at("/Shipment/PaymentInformation/ShipmentCharge/0").has("BillReceiver"))
        .isTrue();
  }

  /** What the wire log, which comes a moment late, has of the one shipment. */
  private JsonNode shipped() {
    String asked = "select request from wire_entry where operation = 'ship'";
    admin.browser().awaitsThat("it is logged", () -> !installation().asks(asked).isEmpty());
    String request = installation().asks(asked).getFirst().get("request").toString();
    return read(request.substring(request.indexOf("{"))).at("/ShipmentRequest");
  }

  private static JsonNode read(String json) {
    try {
      return Program.JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void wishes(Map<String, String> wishes, String payer) {
    Visitor browser = admin.opensRegistered().browser();
    browser.clicks("registered-view");
    browser.awaits("wishes:format");
    wishes.forEach((field, value) -> browser.at("wishes:" + field).selectOption(value));
    browser.at("wishes:payer:kind").selectOption(payer);
    browser.letsThePageSettle();
    if (payer.equals("RECEIVER")) {
      browser.types("wishes:payer:accountNumber", "R7T901");
      browser.types("wishes:payer:postalCode", "10036");
    }
    browser.letsBeAnswered(() -> browser.clicks("wishes:keep"));
    assertThat(browser.page().locator("#messages")).containsText("from now on");
  }
}
