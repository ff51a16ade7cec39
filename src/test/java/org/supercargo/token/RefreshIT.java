package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditFilter;
import org.supercargo.audit.AuditTrail;
import org.supercargo.carrier.CarrierException.ApplicationRefused;
import org.supercargo.carrier.CarrierException.ReconnectNeeded;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierLogin;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.TokenSet;
import org.supercargo.container.InContainer;

class RefreshIT extends InContainer {
  private static final String STALE =
      "update carrier_grant set access_expires_at = created_at where id = ?";

  @Inject Tokens tokens;
  @Inject RefreshSteps steps;
  @Inject CarrierLogin login;
  @Inject AuditTrail audit;

  @Resource(lookup = "java:app/jdbc/supercargo")
  DataSource dataSource;

  @BeforeEach
  void clean() {
    emptyTheTables();
    ups().forgets();
  }

  @Test
  void refreshesOnceWhenSixtyFourCallersArriveTogether() throws Exception {
    long grant = stale("alice");
    ups().isSlow("refresh", Duration.ofMillis(700));
    int callers = 64;
    CountDownLatch together = new CountDownLatch(callers);
    List<Future<Credentials>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      for (int i = 0; i < callers; i++) {
        answers.add(
            threads.submit(
                () -> {
                  together.countDown();
                  together.await();
                  return tokens.accessFor(grant);
                }));
      }
      Credentials first = answers.getFirst().get();
      for (Future<Credentials> answer : answers) {
        assertThat(answer.get()).isEqualTo(first);
      }
      assertThat(first.generation()).isEqualTo(2);
    }
    assertThat(ups().refreshCalls()).isEqualTo(1);
  }

  @Test
  void storesTheNewPairAndCanRefreshAgain() throws SQLException {
    long grant = stale("alice");
    Credentials second = tokens.accessFor(grant);
    makeStale(grant);
    Credentials third = tokens.accessFor(grant);
    assertThat(third.accessToken()).isNotEqualTo(second.accessToken());
    assertThat(third.generation()).isEqualTo(3);
    GrantView view = tokens.view(grant);
    assertThat(view.refreshedAt()).isNotNull();
    assertThat(view.state()).isEqualTo(GrantState.ACTIVE);
    assertThat(tokens.timeline(grant))
        .extracting(GrantEvent::kind)
        .containsExactly(
            GrantEvent.Kind.ISSUED, GrantEvent.Kind.REFRESHED, GrantEvent.Kind.REFRESHED);
  }

  @Test
  void refreshesAMinuteBeforeTheEndAndNotEarlier() throws SQLException {
    long grant = active("alice");
    execute(
        "update carrier_grant set access_expires_at = current_timestamp + interval '90' second"
            + " where id = ?",
        grant);
    tokens.accessFor(grant);
    assertThat(ups().refreshCalls()).isZero();
    execute(
        "update carrier_grant set created_at = created_at - interval '3600' second,"
            + " access_expires_at = current_timestamp + interval '30' second where id = ?",
        grant);
    tokens.accessFor(grant);
    assertThat(ups().refreshCalls()).isEqualTo(1);
  }

  @Test
  void needsConsentWhenTheCarrierSaysThatTheTokenIsDead() throws SQLException {
    long grant = stale("alice");
    ups().revokes("alice");
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(ReconnectNeeded.class);
    assertThat(tokens.view(grant).state()).isEqualTo(GrantState.NEEDS_CONSENT);
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(ReconnectNeeded.class);
    assertThat(ups().refreshCalls()).as("a dead token is not tried for ever").isEqualTo(1);
    assertThat(audit.find(AuditFilter.ALL, 0, 10))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo(AuditAction.TOKENS_REFRESHED);
              assertThat(entry.subject()).isEqualTo("UPS log-in " + grant);
            });
    TokenSet renewed = Consent.of(login, ups(), "alice");
    assertThat(tokens.replace(grant, tokens.keepPending("UPS", renewed, "admin"))).isTrue();
    assertThat(tokens.accessFor(grant).accessToken()).isEqualTo(renewed.accessToken());
  }

  @Test
  void changesNoStateWhileTheCarrierIsAway() throws SQLException {
    long grant = stale("alice");
    for (int status : new int[] {429, 500, 503}) {
      ups().answersNext("refresh", status);
      assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(Unavailable.class);
      assertThat(tokens.view(grant).state()).isEqualTo(GrantState.ACTIVE);
    }
    ups().answersNextWithHtml("refresh", 400, "<html>Invalid Refresh Token</html>");
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(Unavailable.class);
    assertThat(tokens.accessFor(grant).generation()).isEqualTo(2);
  }

  @Test
  void changesNoStateWhenTheApplicationIsRefused() throws SQLException {
    long grant = stale("alice");
    ups().blocksTheMerchant(true);
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(ApplicationRefused.class);
    assertThat(tokens.view(grant).state()).isEqualTo(GrantState.ACTIVE);
    ups().blocksTheMerchant(false);
    assertThat(tokens.accessFor(grant).generation()).isEqualTo(2);
  }

  @Test
  void goesOnWithATokenThatStillHoldsWhileTheCarrierIsAway() throws SQLException {
    long grant = active("alice");
    execute(
        "update carrier_grant set created_at = created_at - interval '3600' second,"
            + " access_expires_at = current_timestamp + interval '30' second where id = ?",
        grant);
    ups().answersNext("refresh", 503);
    assertThat(tokens.accessFor(grant).generation()).isEqualTo(1);
  }

  @Test
  void leavesTheLeaseWhenTheAnswerIsLost() throws SQLException {
    long grant = stale("alice");
    ups().cutsNextAfterWork("refresh");
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(Unavailable.class);
    assertThat(steps.begin(grant, Duration.ofMinutes(1), false))
        .as("the carrier may still be at it")
        .isInstanceOf(Turn.Busy.class);
    assertThat(tokens.view(grant).state()).isEqualTo(GrantState.ACTIVE);
  }

  @Test
  void storesTheNewPairWhenTheDatabaseComesBack() throws Exception {
    long grant = stale("alice");
    ups().isSlow("refresh", Duration.ofMillis(1500));
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<Credentials> answer = thread.submit(() -> tokens.accessFor(grant));
      Thread.sleep(750);
      rename("carrier_grant", "carrier_grant_away");
      Thread.sleep(2500);
      boolean gaveUp = answer.isDone();
      rename("carrier_grant_away", "carrier_grant");
      assertThat(gaveUp).isFalse();
      assertThat(answer.get().generation()).isEqualTo(2);
    }
    assertThat(ups().refreshCalls()).isEqualTo(1);
    makeStale(grant);
    assertThat(tokens.accessFor(grant).generation()).as("the stored pair lives").isEqualTo(3);
  }

  private void rename(String from, String to) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.createStatement().execute("alter table " + from + " rename to " + to);
    }
  }

  @Test
  void takesOverWhenTheLeaseHasRunOut() throws SQLException {
    long grant = stale("alice");
    Turn dead = steps.begin(grant, Duration.ofMinutes(1), false);
    assertThat(steps.begin(grant, Duration.ofMinutes(1), false)).isInstanceOf(Turn.Busy.class);
    execute("update carrier_grant set lease_until = created_at where id = ?", grant);
    assertThat(tokens.accessFor(grant).generation()).isEqualTo(2);
    TokenSet late = Consent.of(login, ups(), "alice");
    assertThat(steps.store((Turn.Mine) dead, late)).as("the fence of the dead").isFalse();
    steps.release((Turn.Mine) dead);
    assertThat(tokens.view(grant).generation()).isEqualTo(2);
  }

  @Test
  void keepsTheOnlyLivingPairAlsoWhenItComesAfterItsLease() throws SQLException {
    long grant = stale("alice");
    Turn.Mine slow = (Turn.Mine) steps.begin(grant, Duration.ofMinutes(1), false);
    TokenSet answer = login.refresh(slow.refreshToken());
    execute("update carrier_grant set lease_until = created_at where id = ?", grant);
    Turn.Mine other = (Turn.Mine) steps.begin(grant, Duration.ofMinutes(1), false);
    assertThat(steps.store(slow, answer)).isTrue();
    steps.markDead(other, new CarrierMessage("10400", "Invalid Refresh Token"));
    assertThat(tokens.view(grant).state()).isEqualTo(GrantState.ACTIVE);
    assertThat(tokens.accessFor(grant).accessToken()).isEqualTo(answer.accessToken());
  }

  @Test
  void keepsNoAnswerThatCameAfterDeletion() throws SQLException {
    long grant = stale("alice");
    Turn.Mine mine = (Turn.Mine) steps.begin(grant, Duration.ofMinutes(1), false);
    TokenSet answer = login.refresh(mine.refreshToken());
    tokens.forget(grant);
    assertThat(steps.store(mine, answer)).isFalse();
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(ReconnectNeeded.class);
  }

  @Test
  void revivesAGrantThatExpiredDuringTheCall() throws SQLException {
    long grant = stale("alice");
    Turn.Mine mine = (Turn.Mine) steps.begin(grant, Duration.ofMinutes(1), false);
    TokenSet answer = login.refresh(mine.refreshToken());
    execute("update carrier_grant set dies_at = created_at where id = ?", grant);
    assertThat(tokens.markExpired(10)).containsExactly(grant);
    assertThat(steps.store(mine, answer)).isTrue();
    assertThat(tokens.view(grant).state()).isEqualTo(GrantState.ACTIVE);
  }

  @Test
  void givesUpOnACarrierWhoseTokensEndAtOnce() throws SQLException {
    long grant = stale("alice");
    ups()
        .answersNext(
            "refresh",
            200,
            "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":\"1\"}");
    assertThat(tokens.accessFor(grant).generation()).isEqualTo(2);
    assertThat(ups().refreshCalls()).isEqualTo(1);
  }

  private long stale(String user) throws SQLException {
    long grant = active(user);
    makeStale(grant);
    return grant;
  }

  private long active(String user) {
    long grant = tokens.keepPending("UPS", Consent.of(login, ups(), user), "admin");
    tokens.activate(grant);
    return grant;
  }

  private void makeStale(long grant) throws SQLException {
    execute(STALE, grant);
  }

  private void execute(String sql, long grant) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, grant);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
