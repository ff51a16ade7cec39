package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.supercargo.stage.Server;

/** Two servers, one PostgreSQL, the one that makes a batch killed in the middle of it. */
@Tag("scenario")
class BatchOnTwoNodesIT {
  private static final int ROWS = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Installation alpha =
      Installation.onPostgres("batch-alpha")
          .with("supercargo.node", "alpha")
          .with("supercargo.batch.lease", "PT5S")
          .with("supercargo.ups.ship-timeout", "PT5S")
          .with("supercargo.ups.void-timeout", "PT3S")
          .with("supercargo.ups.recover-timeout", "PT3S")
          .with("supercargo.shipping.unknown-grace", "PT30S");
  private Server beta;
  private Visitor rosa;

  @AfterEach
  void end() {
    if (rosa != null) {
      rosa.close();
    }
    if (beta != null) {
      beta.dies();
    }
    alpha.close();
  }

  @Test
  void goesOnWhereTheOtherNodeDiedAndPaysForNoRowTwice() throws Exception {
    alpha.starts();
    beta = alpha.anotherNode("beta");
    rosa =
        Administrator.at(Visitor.of(alpha)).hasSignedIn().hasConnected("alice", "A1B2C3").browser();
    alpha.ups().isSlow("ship", Duration.ofMillis(1_200), 5_000);
    uploads();
    start();
    awaits("MADE", 60);
    alpha.server().dies();
    assertThat(count("MADE")).as("it was in the middle").isLessThan(ROWS);

    beta.starts();
    awaits("MADE", ROWS);
    awaitsEnd();
    assertThat(count("MADE")).isEqualTo(ROWS);
    assertOneShipmentARow();
    showsItsEndOn(beta);
  }

  /** The bar is not a page's: another page, on another node, shows it as it is. */
  private static void showsItsEndOn(Server node) {
    Visitor visitor = Visitor.at(node.uri());
    try {
      Administrator.at(visitor).signsIn();
      visitor.opens("/batches");
      visitor.page().locator("[id='batches:table_data'] a").first().click();
      PlaywrightAssertions.assertThat(visitor.awaits("batch:tag")).containsText("Done");
      PlaywrightAssertions.assertThat(visitor.at("progress")).hasAttribute("value", "100");
    } finally {
      visitor.close();
    }
  }

  private void uploads() {
    rosa.opens("/batches");
    rosa.at("upload:format").selectOption("ZPL");
    byte[] file = org.supercargo.shipping.batch.Files.of(ROWS).getBytes(StandardCharsets.UTF_8);
    rosa.at("upload:file").setInputFiles(new FilePayload("orders.csv", "text/csv", file));
    rosa.clicks("upload:go");
    rosa.awaits("batch:start");
  }

  private void start() {
    rosa.clicks("batch:start");
    rosa.awaits("starting-form:ok").click();
    rosa.awaits("batch:pause");
  }

  private void assertOneShipmentARow() {
    JsonNode books = alpha.ups().shipments();
    assertThat(books.get("duplicates")).isEmpty();
    Set<String> references = new HashSet<>();
    int live = 0;
    for (JsonNode shipment : books.get("shipments")) {
      if (!shipment.get("voided").asBoolean()) {
        live++;
        shipment.get("references").forEach(one -> references.add(one.asText()));
      }
    }
    references.removeIf(one -> !one.startsWith("A-"));
    assertThat(references).hasSize(ROWS);
    assertThat(live).as("one live shipment a row").isEqualTo(ROWS);
    assertThat(alpha.asks("select count(distinct tracking) as n from shipment_batch_row"))
        .containsExactly(Map.of("n", (long) ROWS));
  }

  private long count(String state) {
    return (long)
        alpha
            .asks("select count(*) as n from shipment_batch_row where state = '" + state + "'")
            .getFirst()
            .get("n");
  }

  private void awaits(String state, int rows) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (count(state) < rows) {
      assertThat(System.nanoTime()).as(count(state) + " rows are " + state).isLessThan(end);
      Thread.sleep(200);
    }
  }

  private void awaitsEnd() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!List.of("DONE")
        .equals(
            alpha.asks("select state from shipment_batch").stream()
                .map(row -> row.get("state"))
                .toList())) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(200);
    }
  }
}
