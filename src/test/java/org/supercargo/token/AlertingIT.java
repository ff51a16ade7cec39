package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supercargo.alert.AlertKind;
import org.supercargo.alert.AlertView;
import org.supercargo.alert.Alerts;
import org.supercargo.alert.Closing;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.TokenRefused;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Credentials;
import org.supercargo.container.TestSettings;

/** What the vault tells people, and when it is over. */
class AlertingIT extends InVault {
  private static final CarrierMessage REFUSED = new CarrierMessage("250002", "Invalid Token");

  @Inject Alerts alerts;

  @AfterEach
  void putSettingsBack() {
    TestSettings.reset();
  }

  @Test
  void tellsOfADeadTokenUntilSomebodyConsentsAgain() throws SQLException {
    long grant = stale("alice");
    ups().revokes("alice");
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(CarrierException.class);
    }
    assertThat(open()).containsExactly(AlertKind.NEEDS_CONSENT);
    assertThat(alerts.list(true, 0, 10).getFirst().why()).contains("Invalid Refresh Token");
    long pending = tokens.keepPending("UPS", Consent.of(login, ups(), "alice"), "admin");
    assertThat(tokens.replace(grant, pending)).isTrue();
    assertThat(open()).isEmpty();
    assertThat(endings()).containsExactly(Closing.RENEWED);
  }

  @Test
  void tellsOfRefusedCallsUntilOneIsAcceptedAndOfTheNextTimeAnew() {
    long grant = active("alice");
    for (int time = 1; time <= 2; time++) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> tokens.use(grant, AlertingIT::refuse))
            .isInstanceOf(TokenRefused.class);
      }
      assertThat(open()).containsExactly(AlertKind.NEEDS_ATTENTION);
      tokens.use(grant, Credentials::generation);
      assertThat(open()).isEmpty();
      assertThat(endings()).hasSize(time).containsOnly(Closing.ACCEPTED);
    }
  }

  @Test
  void goesOnTellingOfRefusedCallsThoughTheTokensAreRefreshed() throws SQLException {
    long grant = active("alice");
    assertThatThrownBy(() -> tokens.use(grant, AlertingIT::refuse))
        .isInstanceOf(TokenRefused.class);
    makeStale(grant);
    assertThat(tokens.accessFor(grant).generation()).isEqualTo(3);
    assertThat(open()).containsExactly(AlertKind.NEEDS_ATTENTION);
    tokens.forget(grant);
    assertThat(endings()).containsExactly(Closing.DELETED);
  }

  @Test
  void tellsTheOperatorOnceThatTheApplicationIsRefused() throws SQLException {
    List<Long> grants = List.of(stale("alice"), stale("bob"), stale("dave"));
    ups().blocksTheMerchant(true);
    for (long grant : grants) {
      assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(CarrierException.class);
    }
    assertThat(open()).containsExactly(AlertKind.APPLICATION_REFUSED);
    assertThat(alerts.list(true, 0, 10).getFirst().accounts()).isEmpty();
    ups().blocksTheMerchant(false);
    executeElsewhere("update carrier_line set paused_until = current_timestamp");
    tokens.accessFor(grants.getFirst());
    assertThat(open()).isEmpty();
  }

  @Test
  void raisesNothingForPendingTokens() throws SQLException {
    long pending = tokens.keepPending("UPS", Consent.of(login, ups(), "alice"), "admin");
    ends(pending, 5);
    forecast(10);
    tokens.forget(pending);
    assertThat(alerts.count(false)).isZero();
  }

  @Test
  void findsTheNearestStageOfEachAndBatchByBatchThoughManyEndInOneMoment() throws SQLException {
    List<Long> grants = new ArrayList<>();
    for (int days : new int[] {31, 30, 15, 8, 6, 6, 6, 6, 6, 2, 1}) {
      long grant = active("alice");
      ends(grant, days);
      grants.add(grant);
    }
    assertThat(forecast(2)).isEqualTo(10);
    assertThat(alerts.list(true, 0, 100).stream().map(AlertView::days).sorted())
        .containsExactly(1, 3, 7, 7, 7, 7, 7, 14, 30, 30);
    assertThat(forecast(2)).as("each once").isZero();
    ends(grants.get(1), 13);
    assertThat(forecast(2)).as("it came nearer").isEqualTo(1);
    assertThat(alerts.count(true)).isEqualTo(10);
    assertThat(endings()).containsExactly(Closing.REPLACED);
  }

  @Test
  void raisesEachOnceThoughManyLookAtOneMoment() throws Exception {
    for (int i = 0; i < 20; i++) {
      ends(active("alice"), 5);
    }
    atOnce(4, () -> forecast(3));
    forecast(3);
    assertThat(alerts.count(false)).isEqualTo(20);
  }

  @Test
  void closesByItselfWhatWasRenewedAndBeginsAnewInTheNextGeneration() throws SQLException {
    long grant = active("alice");
    ends(grant, 5);
    forecast(10);
    makeStale(grant);
    tokens.accessFor(grant);
    assertThat(open()).isEmpty();
    assertThat(endings()).containsExactly(Closing.RENEWED);
    ends(grant, 5);
    assertThat(forecast(10)).isEqualTo(1);
  }

  @Test
  void tellsOfDeathInTheStagesPlace() throws SQLException {
    long grant = active("alice");
    ends(grant, 1);
    forecast(10);
    execute(
        "update carrier_grant set dies_at = current_timestamp - interval '1' second where id = ?",
        grant);
    tokens.markExpired(10);
    assertThat(open()).containsExactly(AlertKind.EXPIRED);
    assertThat(endings()).containsExactly(Closing.REPLACED);
  }

  @Test
  void keepsToTheStagesThatAreSet() throws SQLException {
    TestSettings.set("supercargo.alert.days", "5, 20");
    ends(active("alice"), 25);
    ends(active("alice"), 6);
    assertThat(forecast(10)).isEqualTo(1);
    assertThat(alerts.list(true, 0, 10).getFirst().days()).isEqualTo(20);
    TestSettings.set("supercargo.alert.days", "none");
    ends(active("alice"), 1);
    assertThat(forecast(10)).isZero();
  }

  private long forecast(int most) {
    long raised = 0;
    for (Forecast page = tokens.forecast(Forecast.START, most);
        !page.isOver();
        page = tokens.forecast(page, most)) {
      raised += tokens.raise(page);
    }
    return raised;
  }

  private static Integer refuse(Credentials any) {
    throw new TokenRefused(REFUSED);
  }

  /** In so many days, all of a number in one moment. */
  private void ends(long grant, int days) throws SQLException {
    execute(
        "update carrier_grant set dies_at = date_trunc('hour', current_timestamp)"
            + " + interval '%d' day where id = ?".formatted(days),
        grant);
  }

  private List<AlertKind> open() {
    return alerts.list(true, 0, 100).stream().map(AlertView::kind).toList();
  }

  private List<Closing> endings() {
    return alerts.list(false, 0, 100).stream()
        .filter(alert -> !alert.isOpen())
        .map(AlertView::closedHow)
        .toList();
  }

  private static <T> void atOnce(int callers, Callable<T> deed) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(callers);
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      List<Future<T>> all = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        all.add(
            threads.submit(
                () -> {
                  barrier.await();
                  return deed.call();
                }));
      }
      for (Future<T> one : all) {
        one.get();
      }
    }
  }
}
