package org.supercargo.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

class DeploymentIT extends InContainer {
  private static final List<String> KEPT =
      List.of("person", "flyway_schema_history", "master_key", "key_holder");

  @Inject Settings settings;
  @Inject Clock clock;

  @Resource(lookup = "java:app/jdbc/supercargo")
  DataSource dataSource;

  @Test
  void injectsTheApplicationsOwnBeans() {
    assertThat(settings.get(Keys.DB_USER)).isNotEmpty();
    assertThat(clock.instant()).isNotNull();
  }

  @Test
  void emptiesEveryTableButPeopleAndKeys() throws SQLException {
    emptyTheTables();
    try (Connection connection = dataSource.getConnection();
        ResultSet tables =
            connection
                .getMetaData()
                .getTables(null, "public", "%", new String[] {"TABLE", "BASE TABLE"})) {
      assertThat(tables.next()).isTrue();
      do {
        String table = tables.getString("TABLE_NAME");
        if (!KEPT.contains(table)) {
          assertThat(rowsIn(connection, table)).as(table).isZero();
        }
      } while (tables.next());
    }
  }

  private static long rowsIn(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void reachesTheSimulatorThatTheApplicationIsSetTo() {
    ups().forgets();
    assertThat(ups().count("token")).isZero();
  }
}
