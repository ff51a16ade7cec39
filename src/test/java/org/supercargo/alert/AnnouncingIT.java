package org.supercargo.alert;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.container.InContainer;

class AnnouncingIT extends InContainer {
  private static final Logger LOG = Logger.getLogger(Announcing.class.getName());

  @Inject Announcing announcing;
  @Inject Alerts alerts;

  @Resource(lookup = "java:app/jdbc/supercargo")
  DataSource database;

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler ear =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    emptyTheTables();
    LOG.addHandler(ear);
  }

  @AfterEach
  void stopListening() {
    LOG.removeHandler(ear);
  }

  @Test
  void logsEachAlertOnceInWordsForMachines() throws Exception {
    insertGrants();
    alerts.raise(List.of(1L, 2L), AlertKind.ENDS_SOON, 14);
    alerts.applicationRefused("UPS", Instant.now(), "ClientId is Invalid");
    // The node's own round may come in between; together they log each once.
    announcing.go();
    announcing.go();
    awaitThree();
    announcing.go();
    assertThat(lines)
        .hasSize(3)
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "alert=\\d+ kind=ENDS_SOON days=14 carrier=UPS grant=1 generation=3"
                            + " ends=\\S+ accounts="))
        .anySatisfy(line -> assertThat(line).contains("kind=APPLICATION_REFUSED"));
  }

  private void awaitThree() throws InterruptedException {
    for (int i = 0; lines.size() < 3 && i < 600; i++) {
      Thread.sleep(100);
    }
  }

  private void insertGrants() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into carrier_grant (id, carrier, state, generation, issued_at,"
                    + " access_expires_at, dies_at, connected_by, created_at, fence, version)"
                    + " values (?, 'UPS', 'ACTIVE', 3, current_timestamp, current_timestamp,"
                    + " current_timestamp, 'rosa', current_timestamp, 0, 0)")) {
      for (long id = 1; id <= 2; id++) {
        insert.setLong(1, id);
        insert.executeUpdate();
      }
    }
  }
}
