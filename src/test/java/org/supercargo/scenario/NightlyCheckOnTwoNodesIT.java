package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.supercargo.stage.Database;
import org.supercargo.stage.KeySet;
import org.supercargo.stage.Ports;
import org.supercargo.stage.Postgres;
import org.supercargo.stage.Server;
import org.supercargo.stage.Settings;

/** Two servers, one PostgreSQL, one of the servers killed in the middle of its work. */
@Tag("scenario")
class NightlyCheckOnTwoNodesIT {
  private static final int MANY = 60;
  private static final String GRANTS =
      "insert into carrier_grant (carrier, state, generation, issued_at, access_expires_at, dies_at,"
          + " connected_by, created_at, fence, version) select 'UPS', 'ACTIVE', 1, current_timestamp,"
          + " current_timestamp, current_timestamp + interval '5' day, 'rosa', current_timestamp, 0,"
          + " 0 from generate_series(1, "
          + MANY
          + ")";
  private static final String SLOW =
      "create function slow() returns trigger as"
          + " 'begin perform pg_sleep(2); return null; end' language plpgsql;"
          + " create trigger slow before insert on grant_event for each statement execute function"
          + " slow()";

  private final Database database = Postgres.newDatabase();
  private final String keys = KeySet.make();
  private final Server alpha = node("alpha");
  private final Server beta = node("beta");

  @AfterEach
  void end() {
    alpha.dies();
    beta.dies();
  }

  @Test
  void runsOnceANightAndIsTakenOverWhenItsNodeDies() throws Exception {
    start();
    awaitRuns(List.of("DONE"));
    Thread.sleep(3_000);
    assertThat(runs()).as("several ticks later").containsExactly("DONE");

    Server dead;
    try (Connection blocker = blocksTheWork()) {
      makeTheNightDueAgain();
      dead = awaitOwner("exists (select 1 from pg_locks where not granted)");
      assertThat(dead.scratch().content()).as("what it unpacked").isNotEmpty();
      dead.dies();
      assertThat(dead.scratch().content()).as("left by its death").isEmpty();
      blocker.rollback();
    }
    awaitRuns(List.of("DONE", "ABANDONED", "DONE"));
    assertThat(nodesOf("ABANDONED")).containsExactly(nameOf(dead));
    assertThat(nodesOf("DONE").getLast()).isNotEqualTo(nameOf(dead));
    assertThat(texts("select owner from timer_lease where owner is not null")).isEmpty();
  }

  @Test
  void marksEachOnceThoughKilledWithTwoBatchesUnderWay() throws Exception {
    start();
    awaitRuns(List.of("DONE"));

    does(SLOW);
    does(GRANTS);
    makeTheNightDueAgain();
    Server dead =
        awaitOwner("(select count(*) = 2 from pg_stat_activity where wait_event = 'PgSleep')");
    dead.dies();
    assertThat(texts("select id from grant_event where kind = 'EXPIRING'"))
        .as("killed in the middle")
        .hasSizeLessThan(MANY);
    does("drop trigger slow on grant_event");

    awaitRuns(List.of("DONE", "ABANDONED", "DONE"));
    assertThat(texts("select id from carrier_grant where state = 'EXPIRING'")).hasSize(MANY);
    assertThat(texts("select grant_id from grant_event where kind = 'EXPIRING'"))
        .hasSize(MANY)
        .doesNotHaveDuplicates();
    assertThat(texts("select grant_id from alert")).hasSize(MANY).doesNotHaveDuplicates();
    assertThat(texts("select timer from timer_lease where owner is not null")).isEmpty();
  }

  private void start() {
    alpha.launches();
    beta.launches();
    alpha.awaitReady();
    beta.awaitReady();
  }

  private Server node(String name) {
    int port = Ports.free();
    URI at = URI.create("http://localhost:" + port);
    Settings settings =
        Settings.of(database, URI.create("http://localhost:9"), at)
            .with("supercargo.sealing.keyset", keys)
            .with("supercargo.node", name)
            .with("supercargo.timers.tick", "PT1S")
            .with("supercargo.nightly.batch-size", "3")
            .with("supercargo.nightly.parallel-batches", "2")
            .with("supercargo.nightly.keep-alive-days", "0")
            .with("supercargo.nightly.lease", "PT15S");
    return Server.on(port, "two-nodes-" + name, settings);
  }

  /** Nobody can lock a grant until the answer is rolled back; reading goes on. */
  private Connection blocksTheWork() throws SQLException {
    Connection connection = database.connect();
    connection.setAutoCommit(false);
    connection.createStatement().execute("lock table carrier_grant in exclusive mode");
    return connection;
  }

  private void makeTheNightDueAgain() throws SQLException {
    does("update timer_lease set last_due_done = null where timer = 'nightly-check'");
  }

  /** Whoever works at the night, once that is so. */
  private Server awaitOwner(String that) throws Exception {
    String waiting =
        "select l.owner from timer_lease l where l.timer = 'nightly-check' and l.owner is not null"
            + " and "
            + that;
    List<String> owners = texts(waiting);
    for (int i = 0; owners.isEmpty() && i < 1_200; i++) {
      Thread.sleep(100);
      owners = texts(waiting);
    }
    assertThat(owners).hasSize(1);
    return owners.getFirst().equals("alpha") ? alpha : beta;
  }

  private void awaitRuns(List<String> outcomes) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
    while (!runs().equals(outcomes) && System.nanoTime() < end) {
      Thread.sleep(200);
    }
    assertThat(runs()).isEqualTo(outcomes);
  }

  private List<String> runs() throws SQLException {
    return texts("select outcome from timer_run where timer = 'nightly-check' order by id");
  }

  private List<String> nodesOf(String outcome) throws SQLException {
    return texts(
        "select node from timer_run where timer = 'nightly-check' and outcome = '"
            + outcome
            + "' order by id");
  }

  private String nameOf(Server server) {
    return server.settings().value("supercargo.node");
  }

  private void does(String sql) throws SQLException {
    try (Connection connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> texts(String query) throws SQLException {
    try (Connection connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
