package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.supercargo.stage.Database;
import org.supercargo.stage.KeySet;
import org.supercargo.stage.Ports;
import org.supercargo.stage.Postgres;
import org.supercargo.stage.Server;
import org.supercargo.stage.Settings;

/** Two servers, one PostgreSQL, one mail server: each alert is raised, logged and mailed once. */
@Tag("scenario")
class AlertsOnTwoNodesIT {
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
  private final int smtp = Ports.free();
  private final GreenMail mail =
      new GreenMail(new ServerSetup(smtp, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Server alpha = node("alpha");
  private final Server beta = node("beta");

  @AfterEach
  void end() {
    alpha.dies();
    beta.dies();
    mail.stop();
  }

  @Test
  void tellsOnceOverNodesNightsDeathsAndRestarts() throws Exception {
    alpha.launches();
    beta.launches();
    alpha.awaitReady();
    beta.awaitReady();
    does(GRANTS);
    nightPasses();
    eventually(() -> logged().size() == MANY);
    eventually(() -> count("alert_mail where state = 'WAITING'") == MANY);
    alpha.dies();
    // As if ten minutes had passed: what alpha was about to send is up to others.
    does("update alert_mail set lease_until = null");
    mail.start();
    eventually(() -> mail.getReceivedMessages().length == MANY);
    alpha.starts();
    nightPasses();
    eventually(() -> count("alert_mail where state = 'SENT'") == MANY);
    assertThat(count("alert")).isEqualTo(MANY);
    assertThat(logged()).hasSize(MANY).doesNotHaveDuplicates();
    List<String> names = new ArrayList<>();
    for (var letter : mail.getReceivedMessages()) {
      names.add(letter.getMessageID());
    }
    assertThat(names).hasSize(MANY).doesNotHaveDuplicates();
  }

  private Server node(String name) {
    int port = Ports.free();
    URI at = URI.create("http://localhost:" + port);
    Settings settings =
        Settings.of(database, URI.create("http://localhost:9"), at)
            .with("supercargo.sealing.keyset", keys)
            .with("supercargo.node", name)
            .with("supercargo.timers.tick", "PT1S")
            .with("supercargo.mail.host", "127.0.0.1")
            .with("supercargo.mail.port", "" + smtp)
            .with("supercargo.mail.security", "plain")
            .with("supercargo.mail.from", "supercargo@example.com")
            .with("supercargo.mail.retry-after", "PT1S")
            .with("supercargo.alert.recipients", "ops@example.com");
    return Server.on(port, "alerts-" + name, settings);
  }

  private void nightPasses() throws Exception {
    long before = count("timer_run where timer = 'nightly-check' and outcome = 'DONE'");
    does("update timer_lease set last_due_done = null where timer = 'nightly-check'");
    eventually(
        () -> count("timer_run where timer = 'nightly-check' and outcome = 'DONE'") > before);
  }

  /** What both nodes have written into their logs about alerts. */
  private List<String> logged() throws Exception {
    List<String> found = new ArrayList<>();
    for (Server node : List.of(alpha, beta)) {
      try (Stream<String> lines = Files.lines(node.log())) {
        lines
            .flatMap(line -> Arrays.stream(line.split("\\s+")))
            .filter(word -> word.matches("alert=\\d+"))
            .forEach(found::add);
      }
    }
    return found;
  }

  private long count(String what) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from " + what)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void does(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static void eventually(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(240).toNanos();
    while (!condition.call() && System.nanoTime() < end) {
      Thread.sleep(200);
    }
    assertThat(condition.call()).isTrue();
  }
}
