package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database that takes everything and answers nothing, by the URL that README recommends. */
@Tag("scenario")
class SilentDatabaseIT {
  private static final String PATIENCE = "?connectTimeout=2&socketTimeout=2&tcpKeepAlive=true";

  @Test
  void keepsNobodyWaitingForADatabaseThatFellSilent() throws Exception {
    try (Installation own = Installation.onPostgres("silent")) {
      String url = own.server().settings().value("db.url");
      own.with("db.url", url + PATIENCE).starts();
      URI ready = URI.create(own.server().uri() + "/health/ready");
      assertThat(status(ready)).isEqualTo(200);
      own.databaseFallsSilent();
      try {
        assertThat(status(ready)).isEqualTo(503);
      } finally {
        own.databaseSpeaksAgain();
      }
      own.server().awaitReady();
      assertThat(status(ready)).isEqualTo(200);
    }
  }

  private static int status(URI uri) throws IOException, InterruptedException {
    HttpRequest asked = HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(4)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(asked, BodyHandlers.discarding()).statusCode();
    }
  }
}
