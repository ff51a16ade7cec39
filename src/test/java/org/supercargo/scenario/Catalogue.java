package org.supercargo.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.StreamSupport;

/** What the catalogue of UPS's codes says, read past the application. */
final class Catalogue {
  private static final String FILE = "/org/supercargo/carrier/ups/catalogue.json";

  private Catalogue() {}

  /** The words under that key: what, why, todo, who. */
  static String says(String code, String key) {
    try (InputStream file = Catalogue.class.getResourceAsStream(FILE)) {
      JsonNode entries = Program.JSON.readTree(file);
      return StreamSupport.stream(entries.spliterator(), false)
          .filter(entry -> entry.path("code").asText().equals(code))
          .findFirst()
          .orElseThrow()
          .path(key)
          .asText();
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
