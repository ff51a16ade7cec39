package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.supercargo.container.TestWar;
import org.supercargo.stage.Database;
import org.supercargo.stage.KeySet;
import org.supercargo.stage.Ports;
import org.supercargo.stage.Postgres;
import org.supercargo.stage.Server;
import org.supercargo.stage.Settings;
import org.supercargo.stage.Traps;
import org.supercargo.stage.Wire;

/** Real servers, killed, cut off and crowded while they renew tokens. */
@Tag("scenario")
class VaultFaultsIT {
  private static final String LOGIN = "org.supercargo.carrier.ups.UpsLogin#refresh";
  private static final String JOURNAL = "org.supercargo.token.Journal#";

  private final Database database = Postgres.newDatabase();
  private final Wire wire = Wire.to(database.port());
  private final String keys = KeySet.make();
  private final Ups ups = Ups.starts("http://localhost:1/connect/ups/callback");
  private final Traps traps = new Traps(LOGIN, JOURNAL + "write", JOURNAL + "drop");
  private final List<Server> servers = new ArrayList<>();

  @AfterEach
  void end() {
    servers.forEach(Server::dies);
    wire.close();
    ups.close();
  }

  @Test
  void leavesTheLeastBehindWhereverItIsKilled() throws Exception {
    Server server = node("killed").withJvm(traps.jvm()).starts();
    Map<String, String> grants = new HashMap<>();
    for (String point : List.of("refresh.enter", "write.enter", "write.exit", "drop.enter")) {
      grants.put(point, stopsAt(point, server));
    }
    String sent = stale(server);
    long before = ups.refreshCalls();
    ups.isSlow("refresh", Duration.ofSeconds(2));
    asks(server, sent);
    Thread.sleep(700);
    server.dies();
    eventually(() -> ups.refreshCalls() == before + 1);

    server.starts();
    long calls = ups.refreshCalls();
    eventually(() -> view(server, grants.get("write.exit")).equals("ACTIVE 2"));
    assertThat(view(server, grants.get("drop.enter"))).isEqualTo("ACTIVE 2");
    assertThat(ups.refreshCalls()).as("out of the journal").isEqualTo(calls);
    eventually(() -> entriesOf(server) == 0);

    eventually(() -> access(server, grants.get("refresh.enter"), 1).equals("2"));
    assertThat(view(server, grants.get("refresh.enter"))).isEqualTo("ACTIVE 2");
    for (String lost : List.of(grants.get("write.enter"), sent)) {
      eventually(() -> access(server, lost, 1).equals("ReconnectNeeded"));
      assertThat(view(server, lost)).isEqualTo("NEEDS_CONSENT 1");
    }
    for (String kept : List.of("write.exit", "drop.enter", "refresh.enter")) {
      does(
          "update carrier_grant set access_expires_at = created_at where id = " + grants.get(kept));
      server.body("/test-door?do=cool&grant=" + grants.get(kept));
      eventually(() -> access(server, grants.get(kept), 1).equals("3"));
    }
  }

  @Test
  void refreshesOnceOverTwoNodesAndManyThreads() throws Exception {
    Server alpha = node("alpha");
    Server beta = node("beta");
    alpha.launches();
    beta.launches();
    alpha.awaitReady();
    beta.awaitReady();
    for (int round = 1; round <= 3; round++) {
      String grant = stale(alpha);
      long before = ups.refreshCalls();
      ups.isSlow("refresh", Duration.ofMillis(500));
      CompletableFuture<String> there =
          CompletableFuture.supplyAsync(() -> access(beta, grant, 64));
      assertThat(access(alpha, grant, 64)).isEqualTo("2");
      assertThat(there.get()).isEqualTo("2");
      assertThat(ups.refreshCalls() - before).isEqualTo(1);
    }
  }

  @Test
  void storesEveryAnswerAlthoughTheDatabaseIsCutOffMeanwhile() throws Exception {
    Server server = node("cut").starts();
    List<String> grants = List.of(connect(server, 20).split(","));
    does("update carrier_grant set access_expires_at = created_at");
    List<CompletableFuture<String>> answers = new ArrayList<>();
    for (String grant : grants) {
      answers.add(asks(server, grant));
    }
    eventually(() -> ups.refreshCalls() >= 3);
    wire.pull();
    Thread.sleep(6_000);
    wire.plugIn();
    for (CompletableFuture<String> answer : answers) {
      assertThat(answer.get()).isIn("2", "Unavailable");
    }
    for (String grant : grants) {
      eventually(() -> access(server, grant, 1).equals("2"));
      eventually(() -> view(server, grant).equals("ACTIVE 2"));
    }
    eventually(() -> entriesOf(server) == 0);
    assertThat(ups.refreshCalls()).as("one each").isEqualTo(grants.size());
  }

  private Server node(String name) {
    int port = Ports.free();
    Settings settings =
        Settings.of(database.through(wire), ups.uri(), URI.create("http://localhost:" + port))
            .with("supercargo.sealing.keyset", keys)
            .with("supercargo.node", name)
            .with("supercargo.ups.redirect-uri", "http://localhost:1/connect/ups/callback")
            .with("supercargo.ups.connect-timeout", "PT1S")
            .with("supercargo.ups.read-timeout", "PT4S")
            .with("supercargo.vault.longest-wait", "PT10S")
            .with("supercargo.vault.refreshes-per-second", "100");
    Server server = Server.on(port, "vault-" + name, settings).serving(TestWar.withDoor());
    servers.add(server);
    return server;
  }

  /** A grant whose refresh stands still at that point. */
  private String stopsAt(String point, Server server) throws Exception {
    String grant = stale(server);
    traps.arm(point);
    asks(server, grant);
    eventually(() -> traps.hasCaught(point));
    return grant;
  }

  private String stale(Server server) throws SQLException {
    String grant = connect(server, 1);
    does("update carrier_grant set access_expires_at = created_at where id = " + grant);
    return grant;
  }

  private static String connect(Server server, int many) {
    return server.body("/test-door?do=connect&many=" + many);
  }

  private static String access(Server server, String grant, int threads) {
    return server.body("/test-door?do=access&grant=" + grant + "&threads=" + threads);
  }

  private static CompletableFuture<String> asks(Server server, String grant) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> answer.complete(access(server, grant, 1)));
    return answer;
  }

  private static String view(Server server, String grant) {
    return server.body("/test-door?do=view&grant=" + grant);
  }

  private static long entriesOf(Server server) throws Exception {
    Path journal = Path.of(server.settings().value("supercargo.vault.journal"));
    try (var files = Files.list(journal)) {
      return files.count();
    }
  }

  private void does(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static void eventually(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.call() && System.nanoTime() < end) {
      Thread.sleep(200);
    }
    assertThat(condition.call()).isTrue();
  }
}
