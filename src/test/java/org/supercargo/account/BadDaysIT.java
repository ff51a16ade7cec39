package org.supercargo.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supercargo.account.Arrival.Reason;

/** The database fails right after UPS has answered; a constraint that nothing fits plays that. */
class BadDaysIT extends Registering {
  private static final Purpose ADD = new Purpose.Add();

  @AfterEach
  void heal() {
    execute("alter table carrier_account drop constraint if exists broken_account");
    execute("alter table carrier_grant drop constraint if exists broken_grant");
  }

  @Test
  void letsTheSameBeSubmittedAgainWhenTheDatabaseFailedAfterTheProof() {
    long attempt = consented("alice");
    breakAccounts();

    assertThat(save(attempt, "A1B2C3")).isInstanceOf(Saved.NotStored.class);

    heal();
    assertThat(number("select count(*) from carrier_account")).isZero();
    assertThat(texts("select state from carrier_grant")).containsExactly("PENDING");
    assertThat(audited("ACCOUNT_CONNECTED")).isEmpty();
    assertThat(status(id(save(attempt, "A1B2C3")))).isEqualTo(AccountStatus.CONNECTED);
  }

  @Test
  void storesTokensThatTheDatabaseTookOnlyAfterAWhile() {
    Callback callback = consent(ADD, "alice");
    breakGrants();
    CompletableFuture.runAsync(
        this::healAtLast, CompletableFuture.delayedExecutor(900, TimeUnit.MILLISECONDS));

    assertThat(registration.complete(callback, ROSA, BROWSER))
        .isInstanceOf(Arrival.DetailsWanted.class);
    assertThat(grantsWithTokens()).isEqualTo(1);
  }

  @Test
  void saysSoWhenTokensCouldNotBeStored() {
    Callback callback = consent(ADD, "alice");
    breakGrants();

    assertThat(registration.complete(callback, ROSA, BROWSER))
        .isEqualTo(Journey.refused(Reason.NOT_STORED));

    heal();
    assertThat(number("select count(*) from carrier_grant")).isZero();
    assertThat(arrive(ADD, "alice")).isInstanceOf(Arrival.DetailsWanted.class);
  }

  /** Those who try again hold the table that is to be altered, and H2 waits for it but briefly. */
  private void healAtLast() {
    for (int left = 20; left > 0; left--) {
      try {
        heal();
        return;
      } catch (RuntimeException busy) {
        Thread.onSpinWait();
      }
    }
  }

  private void breakAccounts() {
    execute("alter table carrier_account add constraint broken_account check (number = '')");
  }

  private void breakGrants() {
    execute("alter table carrier_grant add constraint broken_grant check (carrier = '')");
  }
}
