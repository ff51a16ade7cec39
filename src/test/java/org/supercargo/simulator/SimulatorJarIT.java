package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The one file that is given away: it must draw and write pages with nothing beside it. */
@Tag("scenario")
class SimulatorJarIT {
  private static final Path JAR = Path.of("target/supercargo-ups-simulator.jar");

  @Test
  void drawsLabelsAndInvoicesWithNothingBesideIt() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java, "-jar", JAR.toString(), "--port", "0", "--redirect-uri", UpsCaller.REDIRECT)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      String ready = output.readLine();
      UpsCaller caller = new UpsCaller(URI.create(ready.substring(ready.lastIndexOf(' ') + 1)));
      String access = caller.tokensOf("alice").get("access_token").asText();
      var shipment = caller.ship(access, ShipQuestion.toCanada()).json();
      assertThat(shipment.findValues("GraphicImage")).as("label and invoice").hasSize(2);
      String number = shipment.findValue("ShipmentIdentificationNumber").asText();
      String wish =
          "{\"LabelSpecification\":{\"LabelImageFormat\":{\"Code\":\"PDF\"}},"
              + "\"TrackingNumber\":\""
              + number
              + "\"}";
      assertThat(caller.recover("v1", access, wish).json().findValue("GraphicImage").asText())
          .startsWith("JVBERi0");
    } finally {
      process.destroyForcibly();
    }
  }
}
