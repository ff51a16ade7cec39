package org.supercargo.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.alert.AlertKind;
import org.supercargo.alert.AlertView;
import org.supercargo.alert.AlertedAccount;
import org.supercargo.alert.Alerts;
import org.supercargo.container.TestClock;
import org.supercargo.container.TestSettings;

/** Two months of idleness, night by night, with nobody to keep the tokens alive. */
class AlertsByNightIT extends Registering {
  @Inject NightlyCheck night;
  @Inject Alerts alerts;

  @BeforeEach
  void letThemDie() {
    TestSettings.set("supercargo.nightly.keep-alive-days", "0");
  }

  @AfterEach
  void wakeUp() {
    TestClock.wakesUp();
    TestSettings.reset();
    ups().skewsClock(Duration.ZERO);
  }

  @Test
  void tellsAtEachStageAndOfDeathEachInItsOwnNight() {
    connected("alice", "A1B2C3");
    Map<Integer, String> told = new TreeMap<>();
    List<Long> seen = new ArrayList<>();
    for (int day = 1; day <= 70; day++) {
      TestClock.sleeps(Duration.ofDays(1));
      night.run(() -> {});
      List<AlertView> open = alerts.list(true, 0, 10);
      assertThat(open).as("never two of one log-in").hasSizeLessThan(2);
      for (AlertView alert : open) {
        if (!seen.contains(alert.id())) {
          seen.add(alert.id());
          told.put(day, alert.kind() + " " + alert.days());
        }
      }
    }
    assertThat(told)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                30, "ENDS_SOON 30",
                46, "ENDS_SOON 14",
                53, "ENDS_SOON 7",
                57, "ENDS_SOON 3",
                59, "ENDS_SOON 1",
                60, "EXPIRED 0"));
  }

  @Test
  void keepsWhatWasToldBeforeTheConnectionIsMarked() {
    TestSettings.set("supercargo.nightly.expiring-days", "10");
    connected("alice", "A1B2C3");
    TestClock.sleeps(Duration.ofDays(47));
    assertThat(night.run(() -> {})).containsEntry("alerts raised", 1L);
    TestClock.sleeps(Duration.ofDays(4));
    assertThat(night.run(() -> {}))
        .containsEntry("expiring", 1L)
        .containsEntry("alerts raised", 0L);
    assertThat(alerts.list(true, 0, 10)).extracting(AlertView::days).containsExactly(14);
  }

  @Test
  void tellsNothingThatComesTooEarlyWhileTokensAreKeptAlive() {
    TestSettings.set("supercargo.nightly.keep-alive-days", "45");
    TestSettings.set("supercargo.alert.days", "14,7,3,1");
    connected("alice", "A1B2C3");
    for (int day = 1; day <= 100; day++) {
      TestClock.sleeps(Duration.ofDays(1));
      ups().skewsClock(TestClock.slept());
      night.run(() -> {});
    }
    assertThat(alerts.count(false)).isZero();
  }

  @Test
  void namesEveryNumberOfTheLogInAndIsClosedWithTheLast() {
    long first = connected("alice", "A1B2C3");
    long other = id(registration.saveAnother(first, Details.of("001234"), false, ROSA));
    TestClock.sleeps(Duration.ofDays(50));
    assertThat(night.run(() -> {})).containsEntry("alerts raised", 1L);
    assertThat(alerts.list(true, 0, 10).getFirst().accounts())
        .extracting(AlertedAccount::number)
        .containsExactly("001234", "A1B2C3");
    accounts.delete(first, ROSA);
    assertThat(alerts.open(10)).isEqualTo(1);
    accounts.delete(other, ROSA);
    assertThat(alerts.open(10)).isZero();
  }

  @Test
  void isDoneOnceByAPersonAndNotRaisedAgain() {
    long account = connected("alice", "A1B2C3");
    TestClock.sleeps(Duration.ofDays(50));
    night.run(() -> {});
    long alert = alerts.list(true, 0, 10).getFirst().id();
    assertThat(alerts.done(alert, ROSA)).isTrue();
    assertThat(alerts.done(alert, ROSA)).as("again").isFalse();
    assertThat(alerts.open(10)).isZero();
    assertThat(alerts.list(false, 0, 10).getFirst().closedBy()).isEqualTo("rosa");
    assertThat(texts("select account_id from audit_entry where action = 'ALERT_DONE'"))
        .containsExactly("" + account);
    assertThat(night.run(() -> {})).containsEntry("alerts raised", 0L);
  }

  @Test
  void tellsTheAccountsOwnRecipientsOnceTheyAreNamed() {
    long account = connected("alice", "A1B2C3");
    assertThat(alerts.tell(account, "UPS A1B2C3", "a@b.example; c@d.example a@b.example", ROSA))
        .isEmpty();
    assertThat(alerts.recipients(account)).containsExactly("a@b.example", "c@d.example");
    assertThat(alerts.tell(account, "UPS A1B2C3", "a@b.example, nobody", ROSA)).contains("nobody");
    assertThat(alerts.recipients(account)).hasSize(2);
    assertThat(alerts.tell(account, "UPS A1B2C3", " ", ROSA)).isEmpty();
    assertThat(alerts.recipients(account)).isEmpty();
    assertThat(
            texts("select detail from audit_entry where action = 'RECIPIENTS_CHANGED' order by id"))
        .containsExactly("a@b.example,c@d.example", "the recipients for all");
  }

  @Test
  void tellsOfAKindThatNeedsConsentInTheSameMoment() {
    long account = connected("alice", "A1B2C3");
    execute("update carrier_grant set access_expires_at = created_at");
    ups().revokes("alice");
    assertThat(alerts.count(false)).isZero();
    try {
      accounts.credentials(account);
    } catch (org.supercargo.carrier.CarrierException dead) {
      assertThat(alerts.list(true, 0, 10))
          .extracting(AlertView::kind)
          .containsExactly(AlertKind.NEEDS_CONSENT);
    }
  }
}
