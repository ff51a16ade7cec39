package org.supercargo.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The systemd unit of Payara Micro. */
class ServiceUnitTest {
  private static final Path UNIT = Path.of("server-config/systemd/supercargo.service");

  /** All else is read-only to it, and without a journal no node gets ready. */
  @Test
  void keepsTheJournalWhereTheServiceMayWrite() throws IOException {
    List<String> unit = Files.readAllLines(UNIT);
    String journal = Keys.JOURNAL.name().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    assertThat(unit).contains("ProtectSystem=strict");
    assertThat(value(unit, "Environment=" + journal))
        .startsWith("/var/lib/" + value(unit, "StateDirectory") + "/");
  }

  private static String value(List<String> unit, String key) {
    return unit.stream()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1))
        .findFirst()
        .orElseThrow();
  }
}
