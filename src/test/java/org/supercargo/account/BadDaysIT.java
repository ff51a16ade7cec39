package org.supercargo.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supercargo.account.Arrival.Reason;
import org.supercargo.carrier.Secret;
import org.supercargo.container.TestSettings;
import org.supercargo.token.Tokens;

/**
 * The database fails right after UPS has answered, played by a constraint that nothing fits; or the
 * keys do, played by the name of one that is elsewhere.
 */
class BadDaysIT extends Registering {
  private static final Purpose ADD = new Purpose.Add();

  /** A key of Vault, which no setting leads to. */
  private static final String AWAY = "vault:v1";

  @Inject Tokens tokens;
  private String key = "";

  @AfterEach
  void heal() {
    TestSettings.reset();
    if (!key.isEmpty()) {
      execute("update master_key set id = '" + key + "' where id = '" + AWAY + "'");
    }
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
    isStoredOnceHealed(this::breakGrants);
  }

  @Test
  void saysSoWhenTokensCouldNotBeStored() {
    isNotStored(this::breakGrants);
  }

  @Test
  void saysSoWhenTokensCouldNotBeSealed() {
    isNotStored(this::loseTheKeys);
  }

  @Test
  void storesTokensThatCouldBeSealedOnlyAfterAWhile() {
    isStoredOnceHealed(this::loseTheKeys);
  }

  private void isStoredOnceHealed(Runnable breaking) {
    Callback callback = consent(ADD, "alice");
    breaking.run();
    CompletableFuture.runAsync(
        this::healAtLast, CompletableFuture.delayedExecutor(900, TimeUnit.MILLISECONDS));

    assertThat(registration.complete(callback, ROSA, BROWSER))
        .isInstanceOf(Arrival.DetailsWanted.class);
    assertThat(grantsWithTokens()).isEqualTo(1);
  }

  private void isNotStored(Runnable breaking) {
    Callback callback = consent(ADD, "alice");
    breaking.run();

    assertThat(registration.complete(callback, ROSA, BROWSER))
        .isEqualTo(Journey.refused(Reason.NOT_STORED));

    heal();
    assertThat(number("select count(*) from carrier_grant")).isZero();
    assertThat(arrive(ADD, "alice")).isInstanceOf(Arrival.DetailsWanted.class);
  }

  @Test
  void saysSoWhenAProofKeyCouldNotBeSealed() {
    TestSettings.set("supercargo.ups.proof-key", "true");
    loseTheKeys();

    assertThat(registration.begin(ADD, ROSA, BROWSER))
        .isEqualTo(new Departure.Refused(Reason.NOT_STORED, Journey.NOTHING));
  }

  @Test
  void keepsTokensThatCanNotBeOpenedAtTheMoment() {
    long connected = connected("alice", "A1B2C3");
    for (String purpose : List.of("CONNECT", "REGENERATE")) {
      long attempt = consented("alice");
      execute(
          "update connect_attempt set purpose = '%s', account_id = %d where id = %d"
              .formatted(purpose, connected, attempt));
      execute(
          "update carrier_grant set sealed_key = cast('%s:x' as bytea) where state = 'PENDING'"
              .formatted(AWAY));

      assertThat(registration.retry(attempt, ROSA))
          .as(purpose)
          .isInstanceOf(Arrival.NotProven.class);
      assertThat(registration.retry(attempt, ROSA)).isInstanceOf(Arrival.NotProven.class);
    }
    assertThat(grantsWithTokens()).isEqualTo(3);
    assertThat(status(connected)).isEqualTo(AccountStatus.CONNECTED);
  }

  private void loseTheKeys() {
    tokens.sealVerifier("any", Secret.of("makes sure that there is a key"));
    key = texts("select id from master_key where seals").getFirst();
    execute("update master_key set id = '" + AWAY + "' where seals");
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
