package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Program.Answer;
import org.supercargo.stage.Server;

/** What whoever runs two servers on one database sees on /metrics. */
@Tag("scenario")
class FiguresIT {
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final String[] SCOPES = {"ACCOUNTS_READ", "RATES", "SHIP"};

  private final Installation alpha =
      Installation.onPostgres("figures-alpha").with("supercargo.node", "alpha");
  private Server beta;
  private Visitor rosa;
  private long account;

  @AfterEach
  void end() {
    if (rosa != null) {
      rosa.close();
    }
    if (beta != null) {
      beta.dies();
    }
    alpha.close();
  }

  @Test
  void showsEachServersOwnDeedsAndWhatIsCommonOnBothAlsoWithoutTheDatabase() throws Exception {
    beta = alpha.starts().anotherNode("beta").starts();
    Program first = connects();
    Program second = Program.at(beta.uri(), first.key());
    alpha.does("update carrier_grant set access_expires_at = created_at");
    assertThat(ships(second).status()).isEqualTo(201);
    assertThat(ships(second).status()).isEqualTo(201);
    assertThat(ships(first).status()).isEqualTo(201);
    alpha.ups().answersNext("rate", 400);
    assertThat(rates(first).status()).isBetween(400, 499);

    Shown mine = Shown.by(second);
    assertThat(refreshes(mine)).isEqualTo(1);
    assertThat(handOuts(mine, "waited")).isEqualTo(1);
    assertThat(handOuts(mine, "warm")).isEqualTo(1);
    assertThat(calls(mine, "ship", "answered")).isEqualTo(2);
    assertThat(calls(mine, "rate", "refused")).isZero();
    Shown others = Shown.by(first);
    assertThat(refreshes(others)).isZero();
    assertThat(handOuts(others, "waited")).isZero();
    assertThat(calls(others, "ship", "answered")).isEqualTo(1);
    assertThat(calls(others, "rate", "refused")).isEqualTo(1);

    alpha.does(
        "insert into alert (kind, days, carrier, grant_id, generation, raised_at, announced_at,"
            + " addressed_at) values ('EXPIRED', 0, 'UPS', 1, 1, now(), now(), now())");
    for (Program server : new Program[] {first, second}) {
      eventually(() -> Shown.by(server).value("vault_grants", "state=\"active\"") == 1);
      eventually(() -> Shown.by(server).value("alerts_open") == 1);
      Shown common = Shown.by(server);
      assertThat(common.value("letters_waiting")).isZero();
      assertThat(common.value("vault_breaker_open", "carrier=\"UPS\"")).isZero();
      assertThat(common.value("vault_least_left_seconds")).isBetween(days(50), days(61));
    }
    answersAtOnceWithoutTheDatabase(first);
  }

  private void answersAtOnceWithoutTheDatabase(Program server) {
    alpha.databaseGoesAway();
    try {
      long begun = System.nanoTime();
      for (int i = 0; i < 10; i++) {
        assertThat(calls(Shown.by(server), "ship", "answered")).isEqualTo(1);
      }
      // Each connection that is waited for in vain takes five seconds.
      assertThat(System.nanoTime() - begun).isLessThan(Duration.ofSeconds(40).toNanos());
    } finally {
      alpha.databaseComesBack();
    }
  }

  @Test
  void shipsWhereMetricsAreSwitchedOff() throws Exception {
    alpha.server().withMicro("--postbootcommandfile", switchingOff().toString());
    alpha.starts();
    Program server = connects();
    assertThat(rates(server).status()).isEqualTo(200);
    assertThat(ships(server).status()).isEqualTo(201);
    assertThat(server.gets("/metrics").text()).doesNotContain("supercargo_");
    assertThat(alpha.server().said()).contains("metrics are switched off");
  }

  private static Path switchingOff() throws IOException {
    return Files.writeString(
        Server.folder().resolve("figures-off.txt"),
        "set-metrics-configuration --enabled=false --dynamic=true\n");
  }

  private Program connects() {
    rosa =
        Administrator.at(Visitor.of(alpha)).hasSignedIn().hasConnected("alice", "A1B2C3").browser();
    Program made = Program.of(alpha, Keyring.makesFor(rosa, "", "100000", SCOPES).key());
    account = made.gets("/api/v1/accounts").json().at("/items/0/id").asLong();
    return made;
  }

  private Answer rates(Program by) {
    return by.posts("/api/v1/rates", Orders.rate(account).toString());
  }

  private Answer ships(Program by) {
    ObjectNode order = Orders.shipment(account);
    return by.posts(
        "/api/v1/shipments", order.toString(), "Idempotency-Key", UUID.randomUUID().toString());
  }

  private static double calls(Shown figures, String operation, String outcome) {
    return figures.value(
        "carrier_calls_total", "operation=\"" + operation + "\"", "outcome=\"" + outcome + "\"");
  }

  private static double refreshes(Shown figures) {
    return figures.value("vault_refreshes_total", "outcome=\"refreshed\"");
  }

  private static double handOuts(Shown figures, String outcome) {
    return figures.value("vault_hand_outs_total", "outcome=\"" + outcome + "\"");
  }

  private static double days(int many) {
    return Duration.ofDays(many).toSeconds();
  }

  private static void eventually(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call() && System.nanoTime() < end) {
      Thread.sleep(250);
    }
    assertThat(condition.call()).isTrue();
  }
}
