package org.supercargo.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import joptsimple.OptionParser;
import org.apache.commons.math3.exception.MathArithmeticException;
import org.openjdk.jmh.annotations.Benchmark;
import org.supercargo.container.TestWar;
import org.supercargo.scenario.Ups;
import org.supercargo.stage.Database;
import org.supercargo.stage.KeySet;
import org.supercargo.stage.Ports;
import org.supercargo.stage.Server;
import org.supercargo.stage.Settings;

/** One PostgreSQL that writes as a real one does, one simulated UPS, and the WAR for measuring. */
final class BenchStage implements AutoCloseable {
  static final String CALLBACK = "http://localhost:1/connect/ups/callback";

  /** For the server and the peer alike; the last word overrides the tests' own quick start. */
  static final String[] JVM = {"-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4"};

  /** As the application has it by default. */
  static final int PARALLEL_ROWS = 32;

  final Ups ups = Ups.starts(CALLBACK);
  private final EmbeddedPostgres postgres = postgres();
  private final Path war =
      TestWar.withDoor(
          "bench.war",
          "org/supercargo/bench/(.*/)?(Bench|Warm|Crowd).*|META-INF/(BenchmarkList|CompilerHints)",
          List.of(Benchmark.class, OptionParser.class, MathArithmeticException.class));
  private final String keys = KeySet.make();
  private Server server;

  private static EmbeddedPostgres postgres() {
    try {
      return EmbeddedPostgres.builder()
          .setServerConfig("fsync", "on")
          .setServerConfig("full_page_writes", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("shared_buffers", "512MB")
          .setServerConfig("max_wal_size", "4GB")
          .setServerConfig("max_connections", "200")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Database newDatabase(String name) {
    Database database = Database.postgresql(postgres.getPort(), "postgres");
    does(database, "create database " + name);
    return database(name);
  }

  Database database(String name) {
    return Database.postgresql(postgres.getPort(), name);
  }

  /** Ends the one before. */
  Server starts(Database database) {
    ends();
    int port = Ports.free();
    Settings settings =
        Settings.of(database, ups.uri(), URI.create("http://localhost:" + port))
            .with("supercargo.sealing.keyset", keys)
            .with("supercargo.ups.redirect-uri", CALLBACK)
            .with("supercargo.nightly.keep-alive-days", "0")
            .with("supercargo.timers.on-this-node", "false")
            .with("supercargo.vault.refreshes-per-second", "1000");
    server = Server.on(port, "bench", settings).serving(war).withJvm(JVM).starts();
    return server;
  }

  void ends() {
    if (server != null) {
      server.stops();
    }
  }

  URI uri() {
    return server.uri();
  }

  /** What the server's process has had of the memory at most, in MiB. Linux tells; others don't. */
  double peakMemory() throws IOException {
    Path status = Path.of("/proc/" + server.pid() + "/status");
    return !Files.exists(status)
        ? Double.NaN
        : Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_024)
            .findFirst()
            .orElse(Double.NaN);
  }

  /** What the door answers, however long it takes. */
  String ask(String path) {
    return answer(path, HttpRequest.newBuilder().GET());
  }

  /** As {@link #ask}, with something to read for it. */
  String tell(String path, String body) {
    return answer(
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(body)));
  }

  private String answer(String path, HttpRequest.Builder builder) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          builder.uri(server.uri().resolve(path)).timeout(Duration.ofMinutes(10)).build();
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            path + ": " + answer.statusCode() + ", see " + server.log());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static void does(Database database, String... statements) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    ends();
    ups.close();
    postgres.close();
  }
}
