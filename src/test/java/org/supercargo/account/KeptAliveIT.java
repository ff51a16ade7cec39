package org.supercargo.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supercargo.container.TestClock;
import org.supercargo.container.TestSettings;
import org.supercargo.timer.Lease;
import org.supercargo.timer.LeaseLost;

/** Months without anybody, night by night: our clock and UPS's are moved together. */
class KeptAliveIT extends Registering {
  private static final Duration A_DAY = Duration.ofDays(1);

  @Inject NightlyCheck night;
  private final Lease lease = () -> {};

  @AfterEach
  void wakeUp() {
    TestClock.wakesUp();
    TestSettings.reset();
    ups().dropsPreparedAnswers();
    ups().skewsClock(Duration.ZERO);
  }

  @Test
  void noAccountDiesInHalfAYearOfIdleness() {
    List<Long> ids =
        List.of(
            connected("alice", "A1B2C3"), connected("bob", "4E5F6G"), connected("dave", "D4V300"));
    for (int day = 1; day <= 180; day++) {
      sleeps(A_DAY);
      assertThat(night.run(lease))
          .as("night %d", day)
          .containsEntry("expired", 0L)
          .containsEntry("expiring", 0L)
          .containsEntry("kept alive", day % 45 == 0 ? 3L : 0L);
    }
    assertThat(ids).allSatisfy(id -> assertThat(status(id)).isEqualTo(AccountStatus.CONNECTED));
    assertThat(ups().refreshCalls()).isEqualTo(3 * 4);
    sleeps(A_DAY);
    assertThat(accounts.credentials(ids.getFirst()).generation()).as("they are good").isEqualTo(6);
  }

  @Test
  void everyAccountDiesOfIdlenessWhereItIsSwitchedOff() {
    TestSettings.set("supercargo.nightly.keep-alive-days", "0");
    long id = connected("alice", "A1B2C3");
    sleeps(Duration.ofDays(59));
    assertThat(night.run(lease)).containsEntry("kept alive", 0L).containsEntry("expiring", 1L);
    sleeps(Duration.ofDays(2));
    assertThat(night.run(lease)).containsEntry("expired", 1L);
    assertThat(status(id)).isEqualTo(AccountStatus.EXPIRED);
    assertThat(ups().refreshCalls()).isZero();
  }

  @Test
  void leavesWhatIsOverTheDaysBudgetToTheNextNight() {
    // A fifth of the day belongs to those who wait for a token.
    TestSettings.set("supercargo.vault.refreshes-per-day", "5");
    idle("alice", 10);
    assertThat(night.run(lease))
        .containsEntry("kept alive", 4L)
        .containsEntry("left over budget", 6L);
    sleeps(A_DAY);
    assertThat(night.run(lease))
        .containsEntry("kept alive", 4L)
        .containsEntry("left over budget", 2L);
    sleeps(A_DAY);
    assertThat(night.run(lease))
        .containsEntry("kept alive", 2L)
        .containsEntry("left over budget", 0L);
  }

  @Test
  void leavesAUpsThatIsAwayAloneUntilTheNextNight() {
    idle("alice", 30);
    ups().answersNext("refresh", 503, 1_000);
    assertThat(night.run(lease))
        .containsEntry("kept alive", 0L)
        .containsEntry("left with UPS away", 30L);
    assertThat(ups().refreshCalls()).as("no storm").isLessThan(20);
    ups().dropsPreparedAnswers();
    sleeps(A_DAY);
    Map<String, Long> back = night.run(lease);
    // One question tries whether UPS is back; up to seven beside it don't wait for its answer.
    assertThat(back.get("kept alive")).isBetween(22L, 30L);
    assertThat(back).containsEntry("left with UPS away", 30 - back.get("kept alive"));
    sleeps(A_DAY);
    assertThat(night.run(lease))
        .containsEntry("kept alive", back.get("left with UPS away"))
        .containsEntry("left with UPS away", 0L);
  }

  @Test
  void tellsWhatUpsRevoked() {
    idle("alice", 1);
    idle("bob", 1);
    ups().revokes("bob");
    assertThat(night.run(lease))
        .containsEntry("kept alive", 1L)
        .containsEntry("left revoked", 1L)
        .containsEntry("left uncertain", 0L);
  }

  @Test
  void tellsWhoseAnswerWasLost() {
    idle("alice", 1);
    idle("dave", 1);
    ups().cutsNextAfterWork("refresh");
    assertThat(night.run(lease))
        .containsEntry("kept alive", 1L)
        .containsEntry("left revoked", 0L)
        .containsEntry("left uncertain", 1L);
  }

  @Test
  void renewsWhatStandsBehindTokensThatDoNotOpen() {
    idle("alice", 30);
    execute("update carrier_grant set sealed_key = sealed_refresh");
    idle("bob", 5);
    assertThat(night.run(lease))
        .containsEntry("kept alive", 5L)
        .containsEntry("left for failures", 30L)
        .containsEntry("left with UPS away", 0L)
        .containsEntry("accounts still not verified", 35L);
  }

  @Test
  void renewsWhatStandsBehindTokensThatUpsRefuses() {
    idle("alice", 30);
    idle("bob", 5);
    ups().answersNext("refresh", 400, 30);
    assertThat(night.run(lease))
        .containsEntry("kept alive", 5L)
        .containsEntry("left refused", 30L)
        .containsEntry("left with UPS away", 0L);
  }

  @Test
  void goesOnWhereAnotherNodeHadToStop() {
    idle("alice", 20);
    int[] renewals = {0};
    assertThatThrownBy(
            () ->
                night.run(
                    () -> {
                      if (++renewals[0] > 3) {
                        throw new LeaseLost("nightly-check");
                      }
                    }))
        .isInstanceOf(LeaseLost.class);
    long before = ups().refreshCalls();
    assertThat(before).isBetween(1L, 19L);
    assertThat(night.run(lease)).containsEntry("kept alive", 20 - before);
    assertThat(ups().refreshCalls()).as("each once").isEqualTo(20);
  }

  /** Registrations that were left unverified, all 46 days ago. */
  private void idle(String user, int many) {
    IntStream.range(0, many).forEach(i -> kept(user, "%s%02d".formatted(user.toUpperCase(), i)));
    execute(
        "update carrier_grant set issued_at = issued_at - interval '46' day,"
            + " dies_at = dies_at - interval '46' day where issued_at > created_at - interval '1' day");
  }

  private void kept(String user, String number) {
    long attempt = consented(user);
    ups().answersNext("rate", 503);
    String six = ("000000" + number).substring(number.length());
    Saved saved = registration.save(attempt, Details.of(six), true, ROSA);
    assertThat(saved).isInstanceOf(Saved.KeptUnverified.class);
  }

  private static void sleeps(Duration time) {
    TestClock.sleeps(time);
    ups().skewsClock(TestClock.slept());
  }
}
