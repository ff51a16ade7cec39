package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.supercargo.stage.Database;
import org.supercargo.stage.Ports;
import org.supercargo.stage.Server;
import org.supercargo.stage.Settings;

/** What an operator sees who has set something wrong: no application, and why. */
@Tag("scenario")
class WrongSettingIT {
  private final int port = Ports.free();
  private final Database nowhere =
      new Database(
          "org.postgresql.ds.PGSimpleDataSource",
          "jdbc:postgresql://localhost:9/nowhere",
          "supercargo",
          "s3cret-of-the-database");
  private final Server server = Server.on(port, "wrong-setting", settings());

  @BeforeEach
  void forgetTheLastLog() throws IOException {
    Files.deleteIfExists(server.log());
  }

  @AfterEach
  void end() {
    server.dies();
  }

  @Test
  void stopsTheDeploymentNamingEveryWrongSetting() throws Exception {
    server.settings().with("supercargo.ups.client-id", "").with("supercargo.nightly.hour", "25");
    server.launches();

    awaitInLog(
        "Wrong settings: supercargo.ups.client-id is missing;"
            + " supercargo.nightly.hour must be a whole number from 0 to 23");
    assertThat(server.status("/health/ready")).isEqualTo(503);
  }

  @Test
  void stopsTheDeploymentWhenTheDatabaseCannotBeOpened() throws Exception {
    server.launches();

    awaitInLog("db.url can't be opened with db.class, db.user and db.password as they are");
    assertThat(Files.readString(server.log()))
        .contains("Connection to localhost:9 refused")
        .doesNotContain("s3cret-of-the-database");
    assertThat(server.status("/health/ready")).isEqualTo(503);
  }

  private Settings settings() {
    URI at = URI.create("http://localhost:" + port);
    return Settings.of(nowhere, URI.create("http://localhost:9"), at);
  }

  private void awaitInLog(String words) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
    while (!log().contains(words) && System.nanoTime() < end) {
      Thread.sleep(250);
    }
    assertThat(log()).contains(words);
  }

  private String log() throws IOException {
    return Files.exists(server.log()) ? Files.readString(server.log()) : "";
  }
}
