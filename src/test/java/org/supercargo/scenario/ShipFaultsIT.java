package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

/** Real servers that ship, killed and crowded meanwhile: by UPS's books nothing is paid twice. */
@Tag("scenario")
class ShipFaultsIT {
  private static final String STEPS = "org.supercargo.shipping.OrderSteps#booked";
  private static final String SOCKET = "org.supercargo.carrier.ups.UpsShipping#ship";

  private final Database database = Postgres.newDatabase();
  private final String keys = KeySet.make();
  private final Ups ups = Ups.starts("http://localhost:1/connect/ups/callback");
  private final Traps traps = new Traps(STEPS, SOCKET);
  private final List<Server> servers = new ArrayList<>();

  @AfterEach
  void end() {
    servers.forEach(Server::dies);
    ups.close();
  }

  @Test
  void paysNothingTwiceWhereverItIsKilled() throws Exception {
    Server server = node("killed").withJvm(traps.jvm()).starts();
    String account = server.body("/ship-door?do=connect");
    for (String point : List.of("ship.enter", "ship.exit", "booked.enter", "booked.exit")) {
      traps.arm(point);
      CompletableFuture<String> lost = ships(server, account, point);
      eventually(() -> traps.hasCaught(point));
      server.dies();
      lost.get();
      server.starts();
      // By now its node would have told; UPS had time to know it, should it know it.
      does(
          "update shipment set due_at = requested_at, requested_at = requested_at - interval '1 hour'"
              + " where state = 'REQUESTED'");
      eventually(
          () ->
              texts("select id from shipment where due_at < now() + interval '50 minutes'")
                  .isEmpty());
      String end = point.equals("ship.enter") ? "NotCreated" : "Made";
      assertThat(ship(server, account, point, 8)).as(point).startsWith(end).doesNotContain(",");
    }
    assertThat(server.body("/ship-door?do=states")).isEqualTo("{CREATED=3, NOT_CREATED=1}");
    assertThat(server.body("/ship-door?do=labels")).isEqualTo("3");
    assertThat(ups.shipments().get("count").asInt()).isEqualTo(3);
    assertThat(ups.shipments().get("duplicates")).isEmpty();
  }

  @Test
  void shipsOnceOverTwoNodesThroughRandomTrouble() throws Exception {
    Server alpha = node("alpha");
    Server beta = node("beta");
    alpha.launches();
    beta.launches();
    alpha.awaitReady();
    beta.awaitReady();
    String account = alpha.body("/ship-door?do=connect");
    long seed = System.nanoTime();
    Random chance = new Random(seed);
    int wanted = 60;
    for (int i = 0; i < wanted; i++) {
      trouble(chance.nextInt(9));
      String key = "key-" + i;
      CompletableFuture<String> there = ships(beta, account, key);
      String here = ship(alpha, account, key, 4);
      assertThat(here + there.get()).as("seed " + seed).doesNotContain("Exception", "KeyTaken");
      if (i == wanted / 2) {
        beta.dies();
        beta.starts();
      }
    }
    ups.dropsPreparedAnswers();
    does("update shipment set requested_at = requested_at - interval '1 hour'");
    eventually(
        () -> {
          does("update shipment set due_at = requested_at where state in ('UNKNOWN', 'REQUESTED')");
          return texts("select id from shipment where state in ('UNKNOWN', 'REQUESTED')").isEmpty();
        });
    long created =
        Long.parseLong(texts("select count(*) from shipment where state = 'CREATED'").getFirst());
    assertThat(ups.shipments().get("duplicates")).as("seed " + seed).isEmpty();
    assertThat(ups.shipments().get("count").asLong() - ups.shipments().get("voided").asLong())
        .as("seed " + seed)
        .isEqualTo(created);
    assertThat(created).isGreaterThan(wanted / 3);
    assertThat(alpha.body("/ship-door?do=labels")).isEqualTo("" + created);
    assertThat(texts("select client_key from shipment_key group by client_key having count(*) > 1"))
        .isEmpty();
  }

  private void trouble(int kind) {
    switch (kind) {
      case 0 -> ups.cutsNextBeforeWork("ship");
      case 1 -> ups.cutsNextAfterWork("ship");
      case 2 -> ups.saysAfterWork("ship", 503, "<h1>Unavailable</h1>");
      case 3 -> ups.saysAfterWork("ship", 200, "");
      case 4 -> ups.answersNext("ship", 503);
      case 5 -> ups.answersNext("ship", 429);
      case 6 -> ups.answersLate("ship", Duration.ofSeconds(6));
      default -> {}
    }
  }

  private Server node(String name) {
    int port = Ports.free();
    Settings settings =
        Settings.of(database, ups.uri(), URI.create("http://localhost:" + port))
            .with("supercargo.sealing.keyset", keys)
            .with("supercargo.node", name)
            .with("supercargo.ups.redirect-uri", "http://localhost:1/connect/ups/callback")
            .with("supercargo.ups.connect-timeout", "PT1S")
            .with("supercargo.ups.read-timeout", "PT4S")
            .with("supercargo.ups.ship-timeout", "PT4S");
    Server server = Server.on(port, "ship-" + name, settings).serving(TestWar.withDoor());
    servers.add(server);
    return server;
  }

  private static String ship(Server server, String account, String key, int threads) {
    return server.body(
        "/ship-door?do=ship&account=" + account + "&key=" + key + "&threads=" + threads);
  }

  /** In the background; empty when the server dies meanwhile. */
  private static CompletableFuture<String> ships(Server server, String account, String key) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                answer.complete(ship(server, account, key, 2));
              } catch (RuntimeException died) {
                answer.complete("");
              }
            });
    return answer;
  }

  private void does(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private List<String> texts(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private static void eventually(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (!condition.call() && System.nanoTime() < end) {
      Thread.sleep(300);
    }
    assertThat(condition.call()).isTrue();
  }
}
