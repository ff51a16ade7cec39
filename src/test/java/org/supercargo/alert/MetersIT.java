package org.supercargo.alert;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.container.InContainer;
import org.supercargo.container.Shown;

class MetersIT extends InContainer {
  @Inject MetricRegistry registry;
  @Inject Meters meters;

  @Resource(lookup = "java:app/jdbc/supercargo")
  DataSource database;

  @BeforeEach
  void clean() {
    emptyTheTables();
  }

  @Test
  void showsAlertsThatAreOpenAndLettersThatWait() throws SQLException {
    for (int grant = 1; grant <= 3; grant++) {
      does(
          "insert into alert (kind, days, carrier, grant_id, generation, raised_at, announced_at,"
              + " addressed_at) values ('EXPIRED', 0, 'UPS', "
              + grant
              + ", 1, current_timestamp, current_timestamp, current_timestamp)");
    }
    does("update alert set closed_at = current_timestamp, closed_how = 'DONE' where grant_id = 1");
    letter(1, "DROPPED");
    letter(2, "SENT");
    letter(3, "WAITING");
    meters.count();
    assertThat(Shown.of(registry, "alerts_open")).isEqualTo(2);
    assertThat(Shown.of(registry, "letters_waiting")).isEqualTo(1);
    does("update alert set closed_at = current_timestamp, closed_how = 'DONE'");
    does("update alert_mail set state = 'DROPPED'");
    meters.count();
    assertThat(Shown.of(registry, "alerts_open")).isZero();
    assertThat(Shown.of(registry, "letters_waiting")).isZero();
  }

  private void letter(int alert, String state) throws SQLException {
    does(
        ("insert into alert_mail (alert_id, address, state, attempts, next_at, fence) values (%d,"
                + " 'ops@example.com', '%s', 1, current_timestamp, 0)")
            .formatted(alert, state));
  }

  private void does(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
