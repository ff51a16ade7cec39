package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditFilter;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.ApplicationRefused;
import org.supercargo.carrier.CarrierException.Unavailable;

/** Many grants, one line to the carrier. */
class PaceIT extends InVault {
  private static final String WRONG_CLIENT =
      "{\"response\":{\"errors\":[{\"code\":\"10401\",\"message\":\"ClientId is Invalid\"}]}}";

  @Inject AuditTrail audit;

  @Test
  void asksACarrierThatIsDownLessAndLessAndGoesOnWhenItIsBack() throws Exception {
    List<Long> grants = stale(60);
    ups().answersNext("refresh", 503, 10_000);
    for (int i = 0; i < 3; i++) {
      assertThat(refreshed(grants)).isZero();
    }
    assertThat(ups().refreshCalls()).as("180 callers").isLessThan(90);
    grants.forEach(grant -> assertThat(state(grant)).isEqualTo(GrantState.ACTIVE));

    ups().dropsPreparedAnswers();
    executeElsewhere("update carrier_line set paused_until = current_timestamp");
    Instant begun = Instant.now();
    while (refreshed(grants) < grants.size()) {
      assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(180));
    }
    assertThat(Duration.between(begun, Instant.now()))
        .as("60 at 10 a second")
        .isGreaterThan(Duration.ofSeconds(4));
    grants.forEach(grant -> assertThat(tokens.view(grant).generation()).isEqualTo(2));
  }

  @Test
  void obeysRetryAfterForAllGrants() throws SQLException {
    List<Long> grants = stale(2);
    ups().answersNext("refresh", 429, Map.of("Retry-After", "120"), "{}");
    assertThatThrownBy(() -> tokens.accessFor(grants.getFirst())).isInstanceOf(Unavailable.class);
    for (long grant : grants) {
      assertThatThrownBy(() -> tokens.accessFor(grant))
          .isInstanceOfSatisfying(
              Unavailable.class,
              unavailable ->
                  assertThat(unavailable.retryAt().orElseThrow())
                      .isBetween(Instant.now().plusSeconds(100), Instant.now().plusSeconds(121)));
      assertThat(state(grant)).isEqualTo(GrantState.ACTIVE);
    }
    assertThat(ups().refreshCalls()).isEqualTo(1);
  }

  @Test
  void raisesOneAlarmForAllGrantsWhenTheApplicationIsRefused() throws SQLException {
    List<Long> grants = stale(5);
    ups().answersNext("refresh", 401, WRONG_CLIENT);
    assertThatThrownBy(() -> tokens.accessFor(grants.getFirst()))
        .isInstanceOf(ApplicationRefused.class);
    for (long grant : grants) {
      assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(CarrierException.class);
      assertThat(state(grant)).isEqualTo(GrantState.ACTIVE);
    }
    assertThat(ups().refreshCalls()).isEqualTo(1);
    assertThat(tokens.alarms())
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.why()).contains("ClientId is Invalid"));

    executeElsewhere("update carrier_line set paused_until = current_timestamp");
    tokens.accessFor(grants.getFirst());
    assertThat(tokens.alarms()).isEmpty();
    assertThat(audit.find(AuditFilter.ALL, 0, 10))
        .filteredOn(entry -> entry.action() == AuditAction.APPLICATION_REFUSED)
        .extracting(entry -> entry.outcome())
        .containsExactly(Outcome.DONE, Outcome.REFUSED);
  }

  @Test
  void spendsNothingOnTokensThatDoNotOpen() throws Exception {
    long broken = stale("alice");
    long good = stale("bob");
    execute("update carrier_grant set sealed_key = sealed_refresh where id = ?", broken);
    tokens.accessFor(stale("dave"));
    executeElsewhere("update carrier_line set asked = 0, failures = 3");
    assertThatThrownBy(() -> tokens.accessFor(broken)).isInstanceOf(RuntimeException.class);
    Instant begun = Instant.now();
    executeElsewhere("update carrier_line set asked = 7 where asked = 0");
    eventually(() -> isRefreshed(good));
    assertThat(Duration.between(begun, Instant.now()))
        .as("the next one may try whether the carrier is back")
        .isLessThan(Duration.ofSeconds(10));
  }

  private List<Long> stale(int many) throws SQLException {
    List<Long> grants = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      grants.add(stale("alice"));
    }
    return grants;
  }

  private long refreshed(List<Long> grants) throws Exception {
    List<Future<Boolean>> calls = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(grants.size())) {
      grants.forEach(grant -> calls.add(threads.submit(() -> isRefreshed(grant))));
    }
    long done = 0;
    for (Future<Boolean> call : calls) {
      done += call.get() ? 1 : 0;
    }
    return done;
  }

  private boolean isRefreshed(long grant) {
    try {
      return tokens.accessFor(grant).generation() == 2;
    } catch (Unavailable notNow) {
      return false;
    }
  }
}
