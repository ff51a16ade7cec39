package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.supercargo.stage.Database;
import org.supercargo.stage.KeySet;
import org.supercargo.stage.Ports;
import org.supercargo.stage.Postgres;
import org.supercargo.stage.Server;
import org.supercargo.stage.Settings;

/** Two servers, one PostgreSQL; one is killed while two of its batches are under way. */
@Tag("scenario")
class NightSideBySideIT {
  private static final int MANY = 60;
  private static final String GRANTS =
      "insert into carrier_grant (carrier, state, generation, issued_at, access_expires_at, dies_at,"
          + " connected_by, created_at, fence, version) select 'UPS', 'ACTIVE', 1, current_timestamp,"
          + " current_timestamp, current_timestamp + interval '5' day, 'rosa', current_timestamp, 0,"
          + " 0 from generate_series(1, "
          + MANY
          + ")";

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
  void isTakenOverWithTwoBatchesUnderWayAndMarksEachOnce() throws Exception {
    alpha.launches();
    beta.launches();
    alpha.awaitReady();
    beta.awaitReady();
    eventually(() -> count("timer_run where outcome = 'DONE'") >= 1);

    makeEachBatchSlow();
    does(GRANTS);
    does("update timer_lease set last_due_done = null where timer = 'nightly-check'");
    eventually(() -> count("pg_stat_activity where wait_event = 'PgSleep'") >= 2);
    Server dead = owner().equals("alpha") ? alpha : beta;
    dead.dies();
    long marked = count("grant_event where kind = 'EXPIRING'");
    assertThat(marked).as("killed in the middle").isLessThan(MANY);
    does("drop trigger slow on grant_event");

    eventually(() -> texts("select outcome from timer_run order by id").getLast().equals("DONE"));
    assertThat(count("timer_run where outcome = 'ABANDONED'")).isEqualTo(1);
    assertThat(count("carrier_grant where state = 'EXPIRING'")).isEqualTo(MANY);
    assertThat(texts("select grant_id from grant_event where kind = 'EXPIRING'"))
        .hasSize(MANY)
        .doesNotHaveDuplicates();
    assertThat(texts("select grant_id from alert")).hasSize(MANY).doesNotHaveDuplicates();
    assertThat(texts("select timer from timer_lease where owner is not null")).isEmpty();
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
            .with("supercargo.nightly.lease", "PT5S");
    return Server.on(port, "side-by-side-" + name, settings);
  }

  private void makeEachBatchSlow() throws SQLException {
    does(
        "create function slow() returns trigger as"
            + " 'begin perform pg_sleep(2); return null; end' language plpgsql");
    does(
        "create trigger slow before insert on grant_event for each statement execute function slow()");
  }

  private String owner() throws SQLException {
    return texts("select owner from timer_lease where timer = 'nightly-check'").getFirst();
  }

  private long count(String what) throws SQLException {
    return Long.parseLong(texts("select count(*) from " + what).getFirst());
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

  private void does(String sql) throws SQLException {
    try (Connection connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
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
