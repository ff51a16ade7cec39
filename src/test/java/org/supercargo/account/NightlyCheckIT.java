package org.supercargo.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.container.TestSettings;
import org.supercargo.timer.Lease;
import org.supercargo.timer.LeaseLost;

class NightlyCheckIT extends Registering {
  private static final String IN_TEN_DAYS = "current_timestamp + interval '10' day";
  @Inject NightlyCheck night;
  @Inject Abandoning abandoning;
  private final AtomicInteger renewals = new AtomicInteger();
  private final Lease lease = renewals::incrementAndGet;

  @BeforeEach
  void standStill() {
    renewals.set(0);
  }

  @AfterEach
  void forgetTheSettings() {
    TestSettings.reset();
  }

  @Test
  void marksWhatExpiresOnceAndNamesTheAccounts() {
    long dying = connected("alice", "A1B2C3");
    long dead = connected("bob", "4E5F6G");
    long healthy = connected("dave", "D4V300");
    setEnd(dying, IN_TEN_DAYS);
    setEnd(dead, "current_timestamp - interval '1' day");

    Map<String, Long> counts = night.run(lease);

    assertThat(counts).containsEntry("expiring", 1L).containsEntry("expired", 1L);
    assertThat(status(dying)).isEqualTo(AccountStatus.EXPIRING);
    assertThat(status(dead)).isEqualTo(AccountStatus.EXPIRED);
    assertThat(status(healthy)).isEqualTo(AccountStatus.CONNECTED);
    assertThat(accounts.attention()).isEqualTo(new Attention(1, 1, 0, 0, 0, 0));
    assertThat(texts("select subject from audit_entry where action = 'GRANT_EXPIRING'"))
        .containsExactly("UPS A1B2C3");
    assertThat(texts("select subject from audit_entry where action = 'GRANT_EXPIRED'"))
        .containsExactly("UPS 4E5F6G");
    assertThat(night.run(lease)).containsEntry("expiring", 0L).containsEntry("expired", 0L);
    assertThat(audited("GRANT_EXPIRING")).hasSize(1);
    assertThat(renewals.get()).isPositive();
  }

  @Test
  void marksAsActiveAgainWhatWasRenewed() {
    long id = connected("alice", "A1B2C3");
    setEnd(id, IN_TEN_DAYS);
    night.run(lease);
    setEnd(id, "current_timestamp + interval '50' day");

    assertThat(night.run(lease)).containsEntry("active again", 1L);

    assertThat(status(id)).isEqualTo(AccountStatus.CONNECTED);
    assertThat(audited("GRANT_ACTIVE")).containsExactly("DONE");
  }

  @Test
  void sweepsUnfinishedRegistrationsAndDestroysTheirTokens() {
    long attempt = consented("alice");
    begin(new Purpose.Add());
    long open = consented("bob");
    execute("update connect_attempt set expires_at = started_at where id <> " + open);

    assertThat(night.run(lease)).containsEntry("registrations abandoned", 2L);

    assertThat(grantsWithTokens()).isEqualTo(1);
    assertThat(save(attempt, "A1B2C3")).isInstanceOf(Saved.ConsentGone.class);
    assertThat(save(open, "4E5F6G")).isInstanceOf(Saved.Connected.class);
    assertThat(audited("REGISTRATION_ABANDONED")).hasSize(2);
    assertThat(night.run(lease)).containsEntry("registrations abandoned", 0L);
  }

  @Test
  void needNotSweepWhatWasSweptByDay() {
    TestSettings.set("supercargo.nightly.batch-size", "1");
    long attempt = consented("alice");
    begin(new Purpose.Add());
    long open = consented("bob");
    execute("update connect_attempt set expires_at = started_at where id <> " + open);

    abandoning.all();

    assertThat(grantsWithTokens()).isEqualTo(1);
    assertThat(save(attempt, "A1B2C3")).isInstanceOf(Saved.ConsentGone.class);
    assertThat(audited("REGISTRATION_ABANDONED")).hasSize(2);
    assertThat(night.run(lease)).containsEntry("registrations abandoned", 0L);
    assertThat(save(open, "4E5F6G")).isInstanceOf(Saved.Connected.class);
  }

  @Test
  void provesWhatWasKeptUnverified() {
    long id = kept("alice", "A1B2C3");
    long wrong = kept("bob", "R7T901");

    assertThat(night.run(lease))
        .containsEntry("accounts verified", 1L)
        .containsEntry("accounts still not verified", 1L);

    assertThat(status(id)).isEqualTo(AccountStatus.CONNECTED);
    assertThat(view(wrong).verification()).isEqualTo(Verification.NOT_HELD);
    assertThat(texts("select actor from audit_entry where action = 'ACCOUNT_VERIFIED'"))
        .containsOnly("nightly check");
  }

  @Test
  void leavesACarrierAloneThatDoesNotAnswer() {
    for (String number : new String[] {"111111", "222222", "333333", "444444", "555555"}) {
      kept("alice", number);
    }
    long before = ups().count("rate");
    ups().answersNext("rate", 503, 5);

    night.run(lease);

    assertThat(ups().count("rate") - before).isEqualTo(3);
  }

  @Test
  void stopsAtOnceAndChangesNothingWhenAnotherNodeTookOver() {
    long id = connected("alice", "A1B2C3");
    setEnd(id, IN_TEN_DAYS);

    assertThatThrownBy(
            () ->
                night.run(
                    () -> {
                      throw new LeaseLost("nightly-check");
                    }))
        .isInstanceOf(LeaseLost.class);

    assertThat(texts("select state from carrier_grant")).containsExactly("ACTIVE");
    assertThat(night.run(lease)).containsEntry("expiring", 1L);
  }

  @Test
  void marksEachOnceWithSeveralBatchesSideBySide() {
    TestSettings.set("supercargo.nightly.batch-size", "3");
    TestSettings.set("supercargo.nightly.parallel-batches", "4");
    long account = connected("alice", "A1B2C3");
    for (int i = 0; i < 100; i++) {
      String end = i % 2 == 0 ? IN_TEN_DAYS : "current_timestamp - interval '1' day";
      execute(
          "insert into carrier_grant (carrier, state, generation, issued_at, access_expires_at,"
              + " dies_at, connected_by, created_at, fence, version) select carrier, state, 1,"
              + " issued_at, access_expires_at, "
              + end
              + ", 'crowd', created_at, 0, 0 from carrier_grant where connected_by <> 'crowd'");
    }

    Map<String, Long> counts = night.run(lease);

    assertThat(counts)
        .containsEntry("expired", 50L)
        .containsEntry("expiring", 50L)
        .containsEntry("alerts raised", 50L);
    assertThat(status(account)).isEqualTo(AccountStatus.CONNECTED);
    for (String kind : new String[] {"EXPIRED", "EXPIRING"}) {
      assertThat(texts("select grant_id from grant_event where kind = '" + kind + "'"))
          .hasSize(50)
          .doesNotHaveDuplicates();
    }
    assertThat(texts("select grant_id from alert")).hasSize(100).doesNotHaveDuplicates();
  }

  private long kept(String user, String number) {
    long attempt = consented(user);
    ups().answersNext("rate", 503);
    Saved saved = registration.save(attempt, Details.of(number), true, ROSA);
    return ((Saved.KeptUnverified) saved).accountId();
  }

  private void setEnd(long account, String end) {
    execute(
        "update carrier_grant set dies_at = %s where id = (select grant_id from carrier_account where id = %d)"
            .formatted(end, account));
  }
}
