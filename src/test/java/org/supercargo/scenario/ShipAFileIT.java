package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** A file of shipments from the template to the printed labels, by a person at a browser. */
class ShipAFileIT extends InBrowser {
  private Visitor rosa;

  @Test
  void isCheckedMadeAndPrinted() throws IOException {
    rosa = administrator().hasConnected("alice", "A1B2C3").browser();
    rosa.opens("/batches");
    List<String> template = Files.readAllLines(saved("help:template"));
    assertThat(template.getFirst()).startsWith("\uFEFFreference,account,location,service,to_name");

    uploads("wrong.csv", String.join("\n", template.get(0), template.get(1), "X,,Stork,,,,,"));
    assertThat(rosa.at("batch:table_data").locator("tr")).hasCount(1);
    assertThat(rosa.at("batch:table_data")).containsText("to_name is missing");
    assertThat(Files.readString(saved("files:problems"))).contains("3,to_name,,is missing");
    rosa.clicks("batch:discard");
    rosa.awaits("upload:file");

    ups().isSlow("ship", Duration.ofSeconds(3), 40);
    uploads("right.csv", org.supercargo.shipping.batch.Files.of(40));
    rosa.clicks("batch:start");
    rosa.awaits("starting-form:ok").click();
    rosa.awaits("batch:pause");
    String page = rosa.address();
    rosa.opens("/accounts");
    rosa.opens(page);
    assertThat(rosa.at("batch:tag")).containsText("Done");
    assertThat(rosa.at("batch:table_data").locator("tr:has-text('Made')")).hasCount(40);

    List<String> results = Files.readAllLines(saved("files:results"));
    assertThat(results).hasSize(41);
    assertThat(results.get(1)).matches("2,A-1,Receiver Inc,Made,1Z\\w{16},1Z\\w{16},[\\d.]+,USD,");
    try (PDDocument labels = Loader.loadPDF(saved("labels:get").toFile())) {
      assertThat(labels.getNumberOfPages()).isEqualTo(40);
    }
    assertThat(ups().shipments().get("count").asInt()).isEqualTo(40);
    assertThat(ups().shipments().get("duplicates")).isEmpty();
    assertThat(Files.readAllLines(saved("files:rest"))).as("nothing is left").hasSize(1);

    rosa.at("batch:table_data").locator("a").first().click();
    assertThat(rosa.awaits("stand")).containsText("The label is made");
  }

  @Test
  void standsStillAndGoesOnWhenAskedAndPrintsForAThermalPrinter() throws IOException {
    rosa = administrator().hasConnected("alice", "A1B2C3").browser();
    rosa.opens("/batches");
    rosa.at("upload:format").selectOption("ZPL");
    ups().isSlow("ship", Duration.ofSeconds(3), 1_000);
    uploads("right.csv", org.supercargo.shipping.batch.Files.of(150));
    rosa.clicks("batch:start");
    rosa.awaits("starting-form:ok").click();
    // At once: a press that takes its time may fall between two pictures of the button.
    rosa.awaits("batch:pause").dispatchEvent("click");
    rosa.awaits("batch:resume");
    String page = rosa.address();
    rosa.opens("/accounts");
    rosa.opens(page);
    assertThat(rosa.at("batch:tag")).containsText("Paused");
    assertThat(rosa.at("progress")).not().hasAttribute("value", "100");
    ups().dropsPreparedAnswers();
    rosa.clicks("batch:resume");
    assertThat(rosa.at("batch:tag")).containsText("Done", within());
    assertThat(rosa.at("progress")).hasAttribute("value", "100");
    String labels = Files.readString(saved("labels:get"));
    assertThat(labels.split("\\^XA", -1)).as("a program a label").hasSize(151);
    assertThat(ups().shipments().get("count").asInt()).isEqualTo(150);
    assertThat(ups().shipments().get("duplicates")).isEmpty();
  }

  private static LocatorAssertions.ContainsTextOptions within() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(240_000);
  }

  @Test
  void isOnlyReadByAnAuditor() {
    rosa = administrator().hasConnected("alice", "A1B2C3").browser();
    rosa.opens("/batches");
    uploads("right.csv", org.supercargo.shipping.batch.Files.of(2));
    String page = rosa.address();
    Staff.Hired auditor = Staff.hires(rosa, "AUDITOR");
    Visitor reader = Staff.signsIn(visitor(), auditor);
    reader.opens("/batches");
    assertThat(reader.at("upload:file")).hasCount(0);
    reader.opens(page);
    assertThat(reader.at("batch:tag")).containsText("Checked");
    assertThat(reader.at("batch:start")).hasCount(0);
    assertThat(reader.at("labels:get")).hasCount(0);
  }

  private void uploads(String name, String content) {
    rosa.at("upload:file")
        .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    rosa.clicks("upload:go");
    rosa.awaits("batch:tag");
  }

  private Path saved(String button) {
    Download download = rosa.page().waitForDownload(() -> rosa.clicks(button));
    return download.path();
  }
}
