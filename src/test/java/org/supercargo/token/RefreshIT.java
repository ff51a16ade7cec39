package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditFilter;
import org.supercargo.audit.AuditTrail;
import org.supercargo.carrier.CarrierException.ApplicationRefused;
import org.supercargo.carrier.CarrierException.ReconnectNeeded;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.TokenSet;

class RefreshIT extends InVault {
  @Inject AuditTrail audit;

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
    assertThat(kinds(grant))
        .containsExactly(
            GrantEvent.Kind.ISSUED, GrantEvent.Kind.REFRESHED, GrantEvent.Kind.REFRESHED);
  }

  @Test
  void needsConsentWhenTheCarrierSaysThatTheTokenIsDead() throws SQLException {
    long grant = stale("alice");
    ups().revokes("alice");
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(ReconnectNeeded.class);
    assertThat(state(grant)).isEqualTo(GrantState.NEEDS_CONSENT);
    assertThat(tokens.view(grant).why()).contains("Invalid Refresh Token");
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
    assertThat(tokens.view(grant).why()).isNull();
  }

  @Test
  void changesNoStateWhileTheCarrierIsAway() throws SQLException {
    long grant = stale("alice");
    for (int status : new int[] {429, 500, 503}) {
      ups().answersNext("refresh", status);
      assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(Unavailable.class);
      assertThat(state(grant)).isEqualTo(GrantState.ACTIVE);
      emptyTheLine();
    }
    ups().answersNextWithHtml("refresh", 400, "<html>Invalid Refresh Token</html>");
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(Unavailable.class);
    emptyTheLine();
    assertThat(tokens.accessFor(grant).generation()).isEqualTo(2);
  }

  @Test
  void changesNoStateWhenTheApplicationIsRefused() throws SQLException {
    long grant = stale("alice");
    ups().blocksTheMerchant(true);
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(ApplicationRefused.class);
    assertThat(state(grant)).isEqualTo(GrantState.ACTIVE);
    ups().blocksTheMerchant(false);
    emptyTheLine();
    assertThat(tokens.accessFor(grant).generation()).isEqualTo(2);
  }

  @Test
  void takesOverWhenTheLeaseHasRunOut() throws SQLException {
    long grant = stale("alice");
    Turn.Mine dead = begin(grant);
    assertThat(steps.begin(grant, Wish.ANY, Duration.ofMinutes(1))).isInstanceOf(Turn.Busy.class);
    makeLeaseLapse(grant);
    assertThat(tokens.accessFor(grant).generation()).isEqualTo(2);
    TokenSet late = Consent.of(login, ups(), "alice");
    assertThat(steps.store(dead.request(), late)).as("the fence of the dead").isEmpty();
    steps.release(dead.request());
    assertThat(tokens.view(grant).generation()).isEqualTo(2);
  }

  @Test
  void keepsNoAnswerThatCameAfterDeletion() throws SQLException {
    long grant = stale("alice");
    Turn.Mine mine = begin(grant);
    TokenSet answer = login.refresh(mine.refreshToken());
    tokens.forget(grant);
    assertThat(steps.store(mine.request(), answer)).isEmpty();
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(ReconnectNeeded.class);
  }

  @Test
  void keepsNoAnswerThatCameAfterRegenerating() throws SQLException {
    long grant = stale("alice");
    Turn.Mine mine = begin(grant);
    TokenSet answer = login.refresh(mine.refreshToken());
    TokenSet renewed = Consent.of(login, ups(), "alice");
    tokens.replace(grant, tokens.keepPending("UPS", renewed, "admin"));
    assertThat(steps.store(mine.request(), answer)).isEmpty();
    assertThat(tokens.accessFor(grant).accessToken()).isEqualTo(renewed.accessToken());
  }

  @Test
  void revivesAGrantThatExpiredDuringTheCall() throws SQLException {
    long grant = stale("alice");
    Turn.Mine mine = begin(grant);
    TokenSet answer = login.refresh(mine.refreshToken());
    execute("update carrier_grant set dies_at = created_at where id = ?", grant);
    assertThat(tokens.markExpired(10)).containsExactly(grant);
    assertThat(steps.store(mine.request(), answer)).isPresent();
    assertThat(state(grant)).isEqualTo(GrantState.ACTIVE);
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

  private void emptyTheLine() throws SQLException {
    executeElsewhere("delete from carrier_line");
  }
}
