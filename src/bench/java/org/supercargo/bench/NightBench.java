package org.supercargo.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.supercargo.stage.Database;
import org.supercargo.stage.Server;

/**
 * One night over many grants, beside the bare SQL that does the same: the same rows marked, the
 * same points on their time lines, the same audit entries and alerts, a transaction for each kind.
 */
final class NightBench {
  private final FigureTable table;

  NightBench(FigureTable table) {
    this.table = table;
  }

  /** How long it took, and by how many MiB the heap grew meanwhile. */
  private record Night(double seconds, double grown) {}

  void run() throws Exception {
    try (BenchStage stage = new BenchStage()) {
      int few = Bench.many(100_000);
      int many = Bench.many(1_000_000);
      Night small = night(stage, loaded(stage, "few", few));
      Database bare = loaded(stage, "bare", many);
      double sql = bare(bare);
      Night large = night(stage, loaded(stage, "many", many));
      same(bare, stage);
      table.atMost("night, %,d grants, PostgreSQL".formatted(many), large.seconds, sql, "s", 1.5);
      table.below(
          "night, %,d grants: growth of the old generation".formatted(many),
          large.grown,
          small.grown,
          "MiB",
          64);
      h2(stage, few);
    }
  }

  private void h2(BenchStage stage, int many) throws Exception {
    Path folder = Files.createTempDirectory(Server.folder().toAbsolutePath(), "night-h2");
    Database bare = Database.h2(folder.resolve("bare"));
    Database ours = Database.h2(folder.resolve("ours"));
    NightLoader.load(bare, many);
    begun(stage, ours, many);
    NightLoader.load(ours, many);
    double sql = bare(bare);
    Night night = night(stage, ours);
    table.atMost("night, %,d grants, H2".formatted(many), night.seconds, sql, "s", 1.5);
  }

  private static Database loaded(BenchStage stage, String name, int grants) {
    Database database = stage.newDatabase(name);
    if (!name.equals("bare")) {
      begun(stage, database, grants);
    }
    NightLoader.load(database, grants);
    return database;
  }

  /** The newest grant is a real one: a server that can't open it does not get ready. */
  private static void begun(BenchStage stage, Database database, int grants) {
    NightLoader.prepare(database);
    BenchStage.does(
        database, "alter table carrier_grant alter column id restart with " + (grants + 1));
    stage.starts(database);
    stage.ask("/test-door?do=connect&many=1");
    stage.ends();
  }

  private Night night(BenchStage stage, Database database) throws Exception {
    stage.starts(database);
    if (!stage.ask("/bench-door?do=night").equals("true")) {
      throw new IllegalStateException("somebody else has the night");
    }
    String ended = "";
    while (ended.isEmpty()) {
      Thread.sleep(500);
      ended = stage.ask("/bench-door?do=night-ended");
    }
    stage.ends();
    System.out.println(ended);
    String[] words = ended.split(" ", 4);
    if (!words[2].equals("DONE")) {
      throw new IllegalStateException(ended);
    }
    return new Night(Long.parseLong(words[0]) / 1_000.0, Double.parseDouble(words[1]));
  }

  private static double bare(Database database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      long began = System.nanoTime();
      String ended =
          "state in ('ACTIVE', 'EXPIRING', 'UNCERTAIN', 'NEEDS_ATTENTION')"
              + " and dies_at <= current_timestamp";
      alerts(statement, "EXPIRED", 0, ended);
      moves(statement, ended, "EXPIRED", "", "EXPIRED", "GRANT_EXPIRED");
      connection.commit();
      String soon = "dies_at <= current_timestamp + interval '14' day";
      moves(
          statement, "state = 'ACTIVE' and " + soon, "EXPIRING", "", "EXPIRING", "GRANT_EXPIRING");
      connection.commit();
      moves(statement, "state = 'EXPIRING' and not " + soon, "ACTIVE", "", "", "GRANT_ACTIVE");
      connection.commit();
      alerts(statement, "ENDS_SOON", 14, "state in ('ACTIVE', 'EXPIRING') and " + soon);
      connection.commit();
      moves(
          statement,
          "state = 'PENDING' and pending_until <= current_timestamp",
          "DELETED",
          ", sealed_access = null, sealed_refresh = null, sealed_key = null, pending_until = null",
          "DELETED",
          "");
      connection.commit();
      return (System.nanoTime() - began) / 1e9;
    }
  }

  private static void alerts(Statement statement, String kind, int days, String which)
      throws SQLException {
    statement.executeUpdate(
        ("insert into alert (kind, days, carrier, grant_id, generation, ends_at, raised_at)"
                + " select '%s', %d, carrier, id, generation, dies_at, current_timestamp"
                + " from carrier_grant where %s")
            .formatted(kind, days, which));
  }

  private static void moves(
      Statement statement, String which, String state, String more, String event, String action)
      throws SQLException {
    if (!event.isEmpty()) {
      statement.executeUpdate(
          "insert into grant_event (grant_id, at, kind, generation) select id, current_timestamp,"
              + " '%s', generation from carrier_grant where %s".formatted(event, which));
    }
    if (!action.isEmpty()) {
      statement.executeUpdate(
          ("insert into audit_entry (at, actor, address, action, subject, account_id, outcome,"
                  + " detail) select current_timestamp, 'nightly check', null, '%s', carrier || ' '"
                  + " || number, a.id, 'DONE', null from carrier_account a join (select id from"
                  + " carrier_grant where %s) g on g.id = a.grant_id where live_key is not null")
              .formatted(action, which));
    }
    statement.executeUpdate(
        "update carrier_grant set version = version + 1, why = null, state = '%s'%s where %s"
            .formatted(state, more, which));
  }

  /** Both have done the same, or the ratio says nothing. */
  private static void same(Database bare, BenchStage stage) throws SQLException {
    Database many = stage.database("many");
    for (String sql :
        new String[] {
          "select string_agg(state || n, ',' order by state) from (select state, count(*) as n from"
              + " carrier_grant where connected_by = 'rosa' group by state) s",
          "select string_agg(kind || n, ',' order by kind) from (select kind, count(*) as n from"
              + " grant_event where kind <> 'ISSUED' group by kind) s",
          "select string_agg(action || n, ',' order by action) from (select action, count(*) as n"
              + " from audit_entry where action like 'GRANT%' group by action) s",
          "select string_agg(kind || days || ':' || n, ',' order by kind, days) from (select kind,"
              + " days, count(*) as n from alert group by kind, days) s"
        }) {
      String theirs = text(bare, sql);
      String ours = text(many, sql);
      if (!theirs.equals(ours)) {
        throw new IllegalStateException("not the same work: " + ours + " and " + theirs);
      }
    }
  }

  private static String text(Database database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }
}
