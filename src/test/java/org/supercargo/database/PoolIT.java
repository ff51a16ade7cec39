package org.supercargo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.supercargo.container.InContainer;

class PoolIT extends InContainer {
  private static final int MOST = 20;

  @Resource(lookup = "java:app/jdbc/supercargo")
  DataSource dataSource;

  @Test
  void makesTheOneTooManyWaitFiveSecondsAndNoLonger() throws SQLException {
    List<Connection> taken = new ArrayList<>();
    try {
      for (int i = 0; i < MOST; i++) {
        taken.add(dataSource.getConnection());
      }
      Instant asked = Instant.now();
      assertThatThrownBy(dataSource::getConnection).isInstanceOf(SQLException.class);
      assertThat(Duration.between(asked, Instant.now()))
          .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(60));
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
    assertThat(one(dataSource)).isEqualTo(1);
  }

  @Test
  void handsOutNoConnectionThatTheDatabaseHasCut() throws Exception {
    List<Connection> taken = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      taken.add(dataSource.getConnection());
    }
    for (Connection connection : taken) {
      connection.close();
    }
    cutAllOthers();
    // Validated at most once a second.
    Thread.sleep(1_200);

    for (int i = 0; i < 5; i++) {
      assertThat(one(dataSource)).isEqualTo(1);
    }
  }

  private void cutAllOthers() throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
      statement.execute(
          h2
              ? "select abort_session(session_id) from information_schema.sessions"
                  + " where session_id <> session_id()"
              : "select pg_terminate_backend(pid) from pg_stat_activity"
                  + " where datname = current_database() and pid <> pg_backend_pid()");
    }
  }

  private static int one(DataSource dataSource) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select 1")) {
      row.next();
      return row.getInt(1);
    }
  }
}
