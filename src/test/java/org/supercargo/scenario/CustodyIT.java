package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
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
import org.supercargo.stage.TransitStandIn;

/** Real servers whose master keys change, lack or go away under them. */
@Tag("scenario")
class CustodyIT {
  private final Database database = Postgres.newDatabase();
  private final Ups ups = Ups.starts("http://localhost:1/connect/ups/callback");
  private final Path keys = Server.folder().resolve("custody-keys-" + System.nanoTime() + ".json");
  private final List<Server> servers = new ArrayList<>();

  @AfterEach
  void end() {
    servers.forEach(Server::dies);
    ups.close();
  }

  @Test
  void rotatesByAnOperatorsCommandAndGoesOnWhenTheNodeAtWorkIsKilled() throws Exception {
    Files.writeString(keys, KeySet.make());
    Server alpha = node("alpha");
    Server beta = node("beta");
    alpha.launches();
    beta.launches();
    alpha.awaitReady();
    beta.awaitReady();
    List<String> grants = List.of(connect(alpha, 30).split(","));
    String old = text("select id from master_key where seals");
    AtomicBoolean over = new AtomicBoolean();
    Server survivor;
    CompletableFuture<List<String>> calls;
    try (Connection blocker = holds(grants.get(20))) {
      assertThat(script("rotate-keyset.sh")).isZero();
      eventually(() -> !text("select id from master_key where seals").equals(old));
      eventually(() -> !atWork().isEmpty() && sealedBy(old) <= 20);
      Server dead = atWork().equals("alpha") ? alpha : beta;
      survivor = dead == alpha ? beta : alpha;
      assertThat(sealedBy(old)).as("stands still in the middle").isPositive();
      calls =
          CompletableFuture.supplyAsync(() -> handsOut(survivor(dead, alpha, beta), grants, over));
      dead.dies();
      blocker.rollback();
    }
    eventually(() -> sealedBy(old) == 0);
    age();
    eventually(() -> !text("select retired_at from master_key where id = '" + old + "'").isEmpty());
    eventually(() -> Files.readString(keys).contains("DISABLED"));
    over.set(true);
    assertThat(calls.get()).as("what callers got").containsOnly("1");
    assertThat(
            text(
                "select count(*) from timer_run where timer = 'rotation' and outcome = 'ABANDONED'"))
        .isEqualTo("1");
    survivor.restarts();
    assertThat(handsOut(survivor, grants, new AtomicBoolean(true))).containsOnly("1");
  }

  @Test
  void startsWithTheKeysOfAnotherInstallationAndTouchesNothing() throws Exception {
    Files.writeString(keys, KeySet.make());
    Server server = node("wrong").starts();
    String grant = connect(server, 1);
    String sealing = text("select id from master_key where seals");
    server.stops();
    String ours = Files.readString(keys);
    String row = text("select md5(carrier_grant::text) from carrier_grant");
    Files.writeString(keys, KeySet.make());
    server.launches();
    eventually(
        () ->
            server.status("/health/ready") == 503
                && server.body("/health/ready").contains("missing: key " + sealing));
    assertThat(server.body("/test-door?do=access&threads=1&grant=" + grant)).doesNotMatch("1");
    Thread.sleep(7_000);
    assertThat(text("select md5(carrier_grant::text) from carrier_grant")).isEqualTo(row);
    assertThat(text("select count(*) from master_key")).isEqualTo("1");
    Files.writeString(keys, ours);
    eventually(() -> server.status("/health/ready") == 200);
    assertThat(server.body("/test-door?do=access&threads=1&grant=" + grant)).isEqualTo("1");
  }

  @Test
  void sealsWithVaultsTransitEngineAndFollowsItsRotation() throws Exception {
    Files.writeString(keys, KeySet.make());
    try (TransitStandIn vault = TransitStandIn.starts()) {
      Server server = node("transit");
      server
          .settings()
          .with("supercargo.sealing.provider", "transit")
          .with("supercargo.sealing.keyset-file", "")
          .with("supercargo.transit.address", vault.uri().toString())
          .with("supercargo.transit.token", vault.token());
      server.starts();
      List<String> grants = List.of(connect(server, 5).split(","));
      assertThat(sealedBy("vault:v1")).isEqualTo(5);
      vault.rotates();
      eventually(() -> sealedBy("vault:v2") == 5);
      age();
      eventually(() -> vault.leastForDecryption() == 2);
      assertThat(handsOut(server, grants, new AtomicBoolean(true))).containsOnly("1");
      vault.isSealed(true);
      server.body("/test-door?do=cool&grant=" + grants.getFirst());
      assertThat(server.body("/test-door?do=access&threads=1&grant=" + grants.getFirst()))
          .isEqualTo("Unavailable");
      vault.isSealed(false);
      assertThat(handsOut(server, grants, new AtomicBoolean(true))).containsOnly("1");
      assertThat(Files.readString(server.log())).doesNotContain(vault.token());
    }
  }

  private static Server survivor(Server dead, Server alpha, Server beta) {
    return dead == alpha ? beta : alpha;
  }

  private Server node(String name) {
    int port = Ports.free();
    Settings settings =
        Settings.of(database, ups.uri(), URI.create("http://localhost:" + port))
            .with("supercargo.sealing.keyset-file", keys.toString())
            .with("supercargo.node", name)
            .with("supercargo.timers.tick", "PT1S")
            .with("supercargo.nightly.lease", "PT15S")
            .with("supercargo.nightly.batch-size", "5")
            .with("supercargo.ups.redirect-uri", "http://localhost:1/connect/ups/callback");
    Server server = Server.on(port, "custody-" + name, settings).serving(TestWar.withDoor());
    servers.add(server);
    return server;
  }

  private static String connect(Server server, int many) {
    return server.body("/test-door?do=connect&many=" + many);
  }

  /** Cold, one after the other, at least once around; answers what callers got. */
  private static List<String> handsOut(Server server, List<String> grants, AtomicBoolean over) {
    List<String> got = new ArrayList<>();
    do {
      for (String grant : grants) {
        server.body("/test-door?do=cool&grant=" + grant);
        got.add(server.body("/test-door?do=access&threads=2&grant=" + grant));
      }
    } while (!over.get());
    return got;
  }

  /** Nobody changes that grant until the answer is rolled back; reading goes on. */
  private Connection holds(String grant) throws SQLException {
    Connection connection = database.connect();
    connection.setAutoCommit(false);
    connection
        .createStatement()
        .executeQuery("select 1 from carrier_grant where id = " + grant + " for update");
    return connection;
  }

  private String atWork() throws SQLException {
    return text("select owner from timer_lease where timer = 'rotation' and owner is not null");
  }

  private int sealedBy(String key) throws SQLException {
    return Integer.parseInt(
        text("select count(*) from carrier_grant where sealed_by = '" + key + "'"));
  }

  /** As if the key had been replaced, and what followed done, long ago. */
  private void age() throws SQLException {
    String before = " - interval '600' second where ";
    does("update master_key set replaced_at = replaced_at" + before + "seals is null");
    does(
        "update timer_run set started_at = started_at - interval '1' day"
            + " where timer = 'rotation'");
  }

  private int script(String name) throws Exception {
    return new ProcessBuilder("bash", "server-config/" + name, keys.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private void does(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** The first row's first column; empty without one. */
  private String text(String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      String text = rows.next() ? rows.getString(1) : null;
      return text == null ? "" : text;
    }
  }

  private static void eventually(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
    while (!condition.call() && System.nanoTime() < end) {
      Thread.sleep(100);
    }
    assertThat(condition.call()).isTrue();
  }
}
