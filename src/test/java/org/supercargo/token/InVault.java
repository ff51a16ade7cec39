package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.supercargo.carrier.CarrierLogin;
import org.supercargo.container.InContainer;

/** What tests of the vault need: real grants of the simulated UPS, and hands on their rows. */
abstract class InVault extends InContainer {
  @Inject Tokens tokens;
  @Inject RefreshSteps steps;
  @Inject CarrierLogin login;
  @Inject Warm warm;
  @Inject Storing storing;

  @Resource(lookup = "java:app/jdbc/supercargo")
  DataSource dataSource;

  @BeforeEach
  void clean() {
    ups().forgets();
    storing.go();
    emptyTheTables();
  }

  /** The next class may set UPS up anew; nothing prepared here must be left for it. */
  @AfterEach
  void dropWhatWasPrepared() {
    ups().dropsPreparedAnswers();
  }

  long active(String user) {
    long grant = tokens.keepPending("UPS", Consent.of(login, ups(), user), "admin");
    tokens.activate(grant);
    return grant;
  }

  long stale(String user) throws SQLException {
    long grant = active(user);
    makeStale(grant);
    return grant;
  }

  void makeStale(long grant) throws SQLException {
    execute("update carrier_grant set access_expires_at = created_at where id = ?", grant);
  }

  /** In the last fifth of its life, with ten minutes to go. */
  void makeDue(long grant) throws SQLException {
    execute(
        "update carrier_grant set refreshed_at = created_at - interval '3000' second,"
            + " access_expires_at = current_timestamp + interval '600' second where id = ?",
        grant);
  }

  void makeLeaseLapse(long grant) throws SQLException {
    execute("update carrier_grant set lease_until = created_at where id = ?", grant);
  }

  Turn.Mine begin(long grant) {
    return (Turn.Mine) steps.begin(grant, Wish.ANY, Duration.ofMinutes(1));
  }

  GrantState state(long grant) {
    return tokens.view(grant).state();
  }

  List<GrantEvent.Kind> kinds(long grant) {
    return tokens.timeline(grant, 100).stream().map(GrantEvent::kind).toList();
  }

  /** As somebody else would: this node has to find out. */
  void executeElsewhere(String sql, long... values) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setLong(i + 1, values[i]);
      }
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  void execute(String sql, long... values) throws SQLException {
    executeElsewhere(sql, values);
    for (long grant : values) {
      warm.drop(grant);
    }
  }

  void rename(String from, String to) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.createStatement().execute("alter table " + from + " rename to " + to);
    }
  }

  static void eventually(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.call() && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(condition.call()).isTrue();
  }
}
