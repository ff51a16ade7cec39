package org.supercargo.scenario;

import static org.supercargo.scenario.VaultStage.eventually;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.supercargo.container.TestWar;
import org.supercargo.stage.Database;
import org.supercargo.stage.KeySet;
import org.supercargo.stage.Ports;
import org.supercargo.stage.Postgres;
import org.supercargo.stage.Server;
import org.supercargo.stage.Settings;

/** Real servers that ship, around one database and one simulated UPS. */
final class ShipStage implements AutoCloseable {
  private static final String CALLBACK = "http://localhost:1/connect/ups/callback";
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  final Database database = Postgres.newDatabase();
  final Ups ups = Ups.starts(CALLBACK);
  private final String keys = KeySet.make();
  private final List<Server> servers = new ArrayList<>();

  @Override
  public void close() {
    servers.forEach(Server::dies);
    ups.close();
  }

  Server node(String name) {
    int port = Ports.free();
    Settings settings =
        Settings.of(database, ups.uri(), URI.create("http://localhost:" + port))
            .with("supercargo.sealing.keyset", keys)
            .with("supercargo.node", name)
            .with("supercargo.ups.redirect-uri", CALLBACK)
            .with("supercargo.ups.connect-timeout", "PT1S")
            .with("supercargo.ups.read-timeout", "PT4S")
            .with("supercargo.ups.ship-timeout", "PT4S")
            .with("supercargo.ups.recover-timeout", "PT10S");
    Server server = Server.on(port, "ship-" + name, settings).serving(TestWar.withDoor());
    servers.add(server);
    return server;
  }

  /** Started side by side. */
  List<Server> nodes(String... names) {
    List<Server> all = Stream.of(names).map(this::node).toList();
    all.forEach(Server::launches);
    all.forEach(Server::awaitReady);
    return all;
  }

  String connect(Server server) {
    return server.body("/ship-door?do=connect");
  }

  /**
   * Kind of answer and shipment's id of each caller, separated by commas, without repetitions.
   *
   * @param reference the customer's own, which UPS gets too
   */
  String ship(Server server, String account, String key, String reference, int callers) {
    return server.body(
        "/ship-door?do=ship&account=%s&key=%s&reference=%s&threads=%d"
            .formatted(account, key, reference, callers));
  }

  /** UPS had time to know what it made: everything is found out, and then looked for once more. */
  void settles() throws Exception {
    String open = "state in ('REQUESTED', 'UNKNOWN', 'VOID_REQUESTED')";
    does("update shipment set requested_at = requested_at - interval '1 hour' where " + open);
    eventually(
        PATIENCE,
        () -> {
          does("update shipment set due_at = requested_at where " + open);
          return number("select count(*) from shipment where " + open) == 0;
        });
    does("update shipment set due_at = requested_at where due_at is not null");
    // The last look is an hour after the end, which may be half an hour ago.
    String due = "select count(*) from shipment where due_at < now() + interval '20 minutes'";
    eventually(PATIENCE, () -> number(due) == 0);
  }

  /** Shipments that UPS wants to be paid for, of all or of those that bear a reference. */
  List<String> live(String reference) {
    List<String> live = new ArrayList<>();
    var books = reference.isEmpty() ? ups.shipments() : ups.shipments(reference);
    books
        .get("shipments")
        .forEach(
            shipment -> {
              if (!shipment.get("voided").asBoolean()) {
                live.add(shipment.get("shipment").asText());
              }
            });
    return live;
  }

  void does(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  List<String> texts(String sql) throws SQLException {
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

  long number(String sql) throws SQLException {
    return Long.parseLong(texts(sql).getFirst());
  }
}
