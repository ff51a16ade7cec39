package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.CarrierException.ReconnectNeeded;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.container.Shown;

/** The vault's figures, as the server has them. */
class MetersIT extends InVault {
  @Inject MetricRegistry registry;
  @Inject Meters meters;
  @Inject Flights flights;
  private Map<String, Double> before;

  @BeforeEach
  void begin() {
    before = counted();
  }

  @Test
  void countsARefreshAndWhoWaitedForIt() throws SQLException {
    long grant = stale("alice");
    tokens.accessFor(grant);
    assertCounted(Map.of("refreshes refreshed", 1.0, "hand_outs waited", 1.0));
  }

  @Test
  void countsWhatIsHandedOutFromItsRowAndFromMemory() {
    long grant = active("alice");
    warm.drop(grant);
    for (int i = 0; i < 4; i++) {
      tokens.accessFor(grant);
    }
    assertCounted(Map.of("hand_outs read", 1.0, "hand_outs warm", 3.0));
  }

  @Test
  void countsARefreshThatNobodyNeeded() throws Exception {
    flights.join(active("alice"), Wish.ANY).get();
    assertCounted(Map.of("refreshes still_valid", 1.0));
  }

  @Test
  void countsADeadTokenAndWhoHasToConsentAgain() throws SQLException {
    long grant = stale("alice");
    ups().revokes("alice");
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(ReconnectNeeded.class);
    assertCounted(Map.of("refreshes revoked", 1.0, "hand_outs reconnect", 1.0));
  }

  @Test
  void countsALostAnswerAndWhoGotNoToken() throws SQLException {
    long grant = stale("alice");
    ups().cutsNextAfterWork("refresh");
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(Unavailable.class);
    assertCounted(Map.of("refreshes uncertain", 1.0, "hand_outs unavailable", 1.0));
  }

  @Test
  void countsACarrierThatIsDown() throws SQLException {
    long grant = stale("alice");
    ups().answersNext("refresh", 503);
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(Unavailable.class);
    assertCounted(Map.of("refreshes unavailable", 1.0, "hand_outs unavailable", 1.0));
  }

  @Test
  void countsWhatFailsWithoutTheDatabase() throws Exception {
    long grant = active("alice");
    rename("carrier_grant", "carrier_grant_away");
    try {
      assertThatThrownBy(() -> flights.join(grant, Wish.ANY).get())
          .isInstanceOf(ExecutionException.class);
    } finally {
      rename("carrier_grant_away", "carrier_grant");
    }
    assertCounted(Map.of("refreshes failed", 1.0));
  }

  @Test
  void showsWhetherTheBreakerToTheCarrierIsOpen() throws SQLException {
    tokens.accessFor(stale("alice"));
    meters.go();
    assertThat(Shown.of(registry, "vault_breaker_open", "carrier", "UPS")).isZero();
    executeElsewhere("update carrier_line set failures = 3");
    meters.go();
    assertThat(Shown.of(registry, "vault_breaker_open", "carrier", "UPS")).isEqualTo(1);
  }

  @Test
  void showsLogInsByStateAndHowSoonTheFirstEnds() throws SQLException {
    meters.go();
    assertThat(Shown.of(registry, "vault_least_left_seconds")).as("nothing can end").isNaN();
    active("alice");
    long soon = active("bob");
    long dead = active("carol");
    tokens.forget(active("dave"));
    execute(
        "update carrier_grant set state = 'EXPIRING',"
            + " dies_at = current_timestamp + interval '7200' second where id = ?",
        soon);
    execute(
        "update carrier_grant set state = 'NEEDS_CONSENT', dies_at = created_at where id = ?",
        dead);
    meters.go();
    meters.count();
    assertThat(Shown.of(registry, "vault_grants", "state", "active")).isEqualTo(1);
    assertThat(Shown.of(registry, "vault_grants", "state", "expiring")).isEqualTo(1);
    assertThat(Shown.of(registry, "vault_grants", "state", "needs_consent")).isEqualTo(1);
    assertThat(Shown.of(registry, "vault_grants", "state", "expired")).isZero();
    assertThat(Shown.of(registry, "vault_least_left_seconds"))
        .as("what has ended needs no looking after")
        .isBetween(
            (double) Duration.ofMinutes(110).toSeconds(),
            (double) Duration.ofMinutes(121).toSeconds());
  }

  /** Nothing else was counted. */
  private void assertCounted(Map<String, Double> expected) {
    Map<String, Double> more = new TreeMap<>();
    counted()
        .forEach(
            (name, value) -> {
              if (value - before.get(name) != 0) {
                more.put(name, value - before.get(name));
              }
            });
    assertThat(more).isEqualTo(new TreeMap<>(expected));
  }

  private Map<String, Double> counted() {
    Map<String, Double> all = new TreeMap<>();
    for (String outcome : "refreshed still_valid revoked uncertain unavailable failed".split(" ")) {
      all.put("refreshes " + outcome, Shown.of(registry, "vault_refreshes", "outcome", outcome));
    }
    for (String outcome : "warm read waited unavailable reconnect".split(" ")) {
      all.put("hand_outs " + outcome, Shown.of(registry, "vault_hand_outs", "outcome", outcome));
    }
    return all;
  }
}
