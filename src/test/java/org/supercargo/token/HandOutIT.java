package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.ReconnectNeeded;
import org.supercargo.carrier.CarrierException.TokenRefused;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Credentials;
import org.supercargo.container.TestClock;
import org.supercargo.container.TestSettings;

class HandOutIT extends InVault {
  private static final CarrierMessage REFUSED =
      new CarrierMessage("250002", "Invalid Authentication Information.");
  @Inject LastUsed lastUsed;

  @AfterEach
  void wakesUp() {
    TestClock.wakesUp();
    TestSettings.reset();
  }

  @Test
  void handsOutWithoutTheDatabaseWhileItIsWarm() throws Exception {
    long grant = active("alice");
    Credentials first = tokens.accessFor(grant);
    rename("carrier_grant", "carrier_grant_away");
    try {
      // However long all this takes, it was read a moment ago.
      TestClock.sleeps(Duration.ofMinutes(-2));
      for (int i = 0; i < 1_000; i++) {
        assertThat(tokens.accessFor(grant)).isSameAs(first);
      }
      TestClock.wakesUp();
      eventually(() -> thrownBy(grant) != null);
      assertThat(thrownBy(grant)).as("once it isn't sure").isEqualTo(Unavailable.class);
    } finally {
      rename("carrier_grant_away", "carrier_grant");
    }
    assertThat(tokens.accessFor(grant)).isEqualTo(first);
  }

  private Class<?> thrownBy(long grant) {
    try {
      tokens.accessFor(grant);
      return null;
    } catch (CarrierException thrown) {
      return thrown.getClass();
    }
  }

  @Test
  void stopsWithinFiveSecondsWhenAnotherNodeDeletes() throws Exception {
    long grant = active("alice");
    tokens.accessFor(grant);
    executeElsewhere(
        "update carrier_grant set state = 'DELETED', sealed_access = null, sealed_refresh = null"
            + " where id = ?",
        grant);
    Instant deleted = Instant.now();
    Instant asked = deleted;
    Instant fulfilled = deleted;
    while (thrownBy(grant) != ReconnectNeeded.class) {
      fulfilled = asked;
      assertThat(Duration.between(deleted, fulfilled)).isLessThan(Duration.ofSeconds(5));
      asked = Instant.now();
    }
  }

  @Test
  void stopsAtOnceWhenThisNodeDeletesOrRegenerates() {
    long grant = active("alice");
    Credentials old = tokens.accessFor(grant);
    long pending = tokens.keepPending("UPS", Consent.of(login, ups(), "alice"), "admin");
    tokens.replace(grant, pending);
    assertThat(tokens.accessFor(grant).accessToken()).isNotEqualTo(old.accessToken());
    tokens.forget(grant);
    assertThatThrownBy(() -> tokens.accessFor(grant)).isInstanceOf(ReconnectNeeded.class);
  }

  @Test
  void refreshesAheadOfTimeBehindTheCallersBacks() throws Exception {
    long grant = active("alice");
    makeDue(grant);
    ups().isSlow("refresh", Duration.ofSeconds(10));
    for (int i = 0; i < 100; i++) {
      assertThat(tokens.accessFor(grant).generation()).as("nobody waits for it").isEqualTo(1);
    }
    eventually(() -> tokens.accessFor(grant).generation() == 2);
    assertThat(ups().refreshCalls()).isEqualTo(1);
  }

  @Test
  void doesNotRefreshBeforeTheLastFifth() throws Exception {
    long grant = active("alice");
    execute(
        "update carrier_grant set refreshed_at = created_at - interval '3000' second,"
            + " access_expires_at = current_timestamp + interval '800' second where id = ?",
        grant);
    tokens.accessFor(grant);
    Thread.sleep(500);
    assertThat(ups().refreshCalls()).isZero();
  }

  @Test
  void goesOnWithATokenThatStillHoldsWhileTheCarrierIsAway() throws Exception {
    long grant = active("alice");
    makeDue(grant);
    ups().answersNext("refresh", 503, 10);
    for (int i = 0; i < 100; i++) {
      assertThat(tokens.accessFor(grant).generation()).isEqualTo(1);
    }
    eventually(() -> ups().refreshCalls() == 1);
    for (int i = 0; i < 100; i++) {
      assertThat(tokens.accessFor(grant).generation()).isEqualTo(1);
    }
    Thread.sleep(500);
    assertThat(ups().refreshCalls()).as("not with every call").isEqualTo(1);
  }

  @Test
  void waitsBoundedForARefreshThatTakesLong() throws Exception {
    long grant = stale("alice");
    TestSettings.set("supercargo.vault.longest-wait", "PT2S");
    ups().isSlow("refresh", Duration.ofSeconds(12));
    Instant before = Instant.now();
    assertThatThrownBy(() -> tokens.accessFor(grant))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("being renewed");
    assertThat(Duration.between(before, Instant.now()))
        .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(10));
    eventually(() -> tokens.view(grant).generation() == 2);
    assertThat(tokens.accessFor(grant).generation()).isEqualTo(2);
    assertThat(ups().refreshCalls()).as("never a second one").isEqualTo(1);
  }

  @Test
  void refreshesOnceAndCallsOnceMoreWhenTheTokenIsRefused() throws Exception {
    long grant = active("alice");
    tokens.accessFor(grant);
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (int i = 0; i < 16; i++) {
        answers.add(threads.submit(() -> tokens.use(grant, HandOutIT::refusesTheFirst)));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(2);
      }
    }
    assertThat(ups().refreshCalls()).isEqualTo(1);
    assertThat(state(grant)).isEqualTo(GrantState.ACTIVE);
  }

  private static int refusesTheFirst(Credentials credentials) {
    if (credentials.generation() == 1) {
      throw new TokenRefused(REFUSED);
    }
    return credentials.generation();
  }

  @Test
  void needsAttentionWhenTheFreshTokenIsRefusedTooUntilACallSucceeds() {
    long grant = active("alice");
    AtomicInteger calls = new AtomicInteger();
    for (int i = 1; i <= 3; i++) {
      assertThatThrownBy(
              () ->
                  tokens.use(
                      grant,
                      credentials -> {
                        calls.incrementAndGet();
                        throw new TokenRefused(REFUSED);
                      }))
          .isInstanceOf(TokenRefused.class);
      assertThat(state(grant)).isEqualTo(GrantState.NEEDS_ATTENTION);
      assertThat(tokens.view(grant).why()).isEqualTo(REFUSED.text());
      assertThat(calls.get()).as("twice, then once each").isEqualTo(i + 1);
    }
    assertThat(ups().refreshCalls()).isEqualTo(1);
    assertThat(tokens.use(grant, Credentials::generation)).isEqualTo(2);
    assertThat(state(grant)).isEqualTo(GrantState.ACTIVE);
    assertThat(kinds(grant))
        .containsExactly(
            GrantEvent.Kind.ISSUED,
            GrantEvent.Kind.REFRESHED,
            GrantEvent.Kind.NEEDS_ATTENTION,
            GrantEvent.Kind.ACCEPTED);
  }

  @Test
  void writesLastUsedTimesInBatches() throws SQLException {
    long one = active("alice");
    long other = active("bob");
    tokens.use(one, Credentials::generation);
    tokens.used(other);
    assertThat(tokens.view(one).usedAt()).isNull();
    lastUsed.go();
    assertThat(tokens.view(one).usedAt()).isNotNull();
    assertThat(tokens.view(other).usedAt()).isNotNull();
    execute("update carrier_grant set used_at = used_at + interval '60' second where id = ?", one);
    Instant later = tokens.view(one).usedAt();
    tokens.used(one);
    lastUsed.go();
    assertThat(tokens.view(one).usedAt()).as("never back").isEqualTo(later);
  }
}
