package org.supercargo.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.timer.Lease;
import org.supercargo.timer.LeaseLost;

class NightlyCheckIT extends Registering {
  private static final String IN_TEN_DAYS = "current_timestamp + interval '10' day";
  @Inject NightlyCheck night;
  private int renewals;
  private final Lease lease = () -> renewals++;

  @BeforeEach
  void standStill() {
    renewals = 0;
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
    assertThat(renewals).isPositive();
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
