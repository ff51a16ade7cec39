package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.supercargo.container.TestWar;
import org.supercargo.stage.Database;
import org.supercargo.stage.KeySet;
import org.supercargo.stage.Ports;
import org.supercargo.stage.Postgres;
import org.supercargo.stage.Server;
import org.supercargo.stage.Settings;
import org.supercargo.stage.Wire;

/** Real servers around one database and one simulated UPS, with a door into each one's vault. */
final class VaultStage implements AutoCloseable {
  private static final String CALLBACK = "http://localhost:1/connect/ups/callback";

  final Database database = Postgres.newDatabase();
  final Wire wire = Wire.to(database.port());
  final Ups ups = Ups.starts(CALLBACK);
  private final String keys = KeySet.make();
  private final List<Server> servers = new ArrayList<>();

  @Override
  public void close() {
    servers.forEach(Server::dies);
    wire.close();
    ups.close();
  }

  Server node(String name) {
    int port = Ports.free();
    Settings settings =
        Settings.of(database.through(wire), ups.uri(), URI.create("http://localhost:" + port))
            .with("supercargo.sealing.keyset", keys)
            .with("supercargo.node", name)
            .with("supercargo.ups.redirect-uri", CALLBACK)
            .with("supercargo.ups.connect-timeout", "PT1S")
            .with("supercargo.ups.read-timeout", "PT4S")
            .with("supercargo.vault.longest-wait", "PT10S")
            .with("supercargo.vault.refreshes-per-second", "100");
    Server server = Server.on(port, "vault-" + name, settings).serving(TestWar.withDoor());
    servers.add(server);
    return server;
  }

  /** So many of them, started side by side. */
  List<Server> nodes(String name, int many) {
    return nodes(name, many, Map.of());
  }

  /** As above; they share a file of master keys that the application may add to. */
  List<Server> nodesWithAKeyFile(String name, int many, int cache) {
    try {
      Path file = Files.createTempDirectory(Server.folder().toAbsolutePath(), "keys");
      Files.writeString(file.resolve("keys.json"), keys);
      return nodes(
          name,
          many,
          Map.of(
              "supercargo.sealing.keyset", "",
              "supercargo.sealing.keyset-file", file.resolve("keys.json").toString(),
              "supercargo.vault.cache-size", Integer.toString(cache)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Server> nodes(String name, int many, Map<String, String> more) {
    List<Server> all =
        Stream.iterate(1, i -> i + 1).limit(many).map(i -> node(name + "-" + i)).toList();
    all.forEach(server -> more.forEach(server.settings()::with));
    all.forEach(Server::launches);
    all.forEach(Server::awaitReady);
    return all;
  }

  /** New grants of real consents; their ids. */
  List<String> connect(Server server, int many) {
    List<String> all = new ArrayList<>();
    while (all.size() < many) {
      int some = Math.min(250, many - all.size());
      all.addAll(List.of(server.body("/test-door?do=connect&many=" + some).split(",")));
    }
    return all;
  }

  /** A grant whose access token is over. */
  String stale(Server server) {
    String grant = connect(server, 1).getFirst();
    makeStale(grant);
    return grant;
  }

  void makeStale(String grant) {
    does("update carrier_grant set access_expires_at = created_at where id = " + grant);
  }

  /** As above; no node remembers the token it had. */
  void makeStale(String grant, Server server) {
    makeStale(grant);
    server.body("/test-door?do=cool&grant=" + grant);
  }

  /** A generation or the name of an exception: without repetitions what all threads got. */
  String access(Server server, String grant, int threads) {
    return server.body("/test-door?do=access&grant=" + grant + "&threads=" + threads);
  }

  CompletableFuture<String> asks(Server server, String grant, int threads) {
    // A thread each: there are more of them than a common pool would run side by side.
    return CompletableFuture.supplyAsync(
        () -> access(server, grant, threads), work -> Thread.ofVirtual().start(work));
  }

  /** Ids that follow each other. */
  void forget(Server server, List<String> grants) {
    server.body(
        "/test-door?do=forget&grant=%s&last=%s".formatted(grants.getFirst(), grants.getLast()));
  }

  /** How many callers got what: each grant from the first to the last is wanted once. */
  Map<String, Long> crowd(Server server, String first, String last, int callers) {
    String answers =
        server.body(
            "/test-door?do=crowd&threads=%d&grant=%s&last=%s".formatted(callers, first, last));
    Map<String, Long> counts = new HashMap<>();
    for (String answer : answers.substring(1, answers.length() - 1).split(", ")) {
      String[] words = answer.split("=");
      counts.put(words[0], Long.valueOf(words[1]));
    }
    return counts;
  }

  void rotates(Server server) {
    assertThat(server.body("/test-door?do=rotate")).isEqualTo("BEGUN");
  }

  String view(Server server, String grant) {
    return server.body("/test-door?do=view&grant=" + grant);
  }

  /** The names of the journal's entries, of that grant's only if one is given. */
  List<String> journal(Server server, String grant) {
    Path folder = Path.of(server.settings().value("supercargo.vault.journal"));
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> grant.isEmpty() || name.startsWith(grant + "-"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void does(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One value, as text. */
  String asks(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void eventually(Callable<Boolean> condition) throws Exception {
    eventually(Duration.ofSeconds(90), condition);
  }

  static void eventually(Duration most, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + most.toNanos();
    while (!condition.call() && System.nanoTime() < end) {
      Thread.sleep(200);
    }
    assertThat(condition.call()).isTrue();
  }
}
