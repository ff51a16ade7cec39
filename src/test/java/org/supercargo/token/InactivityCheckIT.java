package org.supercargo.token;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;
import org.supercargo.container.InContainer;

class InactivityCheckIT extends InContainer {
  @Inject Tokens tokens;
  @Inject UserTransaction transaction;

  @Resource(lookup = "java:app/jdbc/supercargo")
  DataSource dataSource;

  @BeforeEach
  void clean() {
    emptyTheTables();
  }

  @Test
  void marksWhatEndsSoonAndWhatHasEnded() throws SQLException {
    long young = active(Duration.ofDays(60));
    long soon = active(Duration.ofDays(60));
    dies(soon, Duration.ofDays(13));
    long ended = active(Duration.ofDays(60));
    dies(ended, Duration.ofMinutes(-1));
    assertThat(tokens.markExpired(100)).containsExactly(ended);
    assertThat(tokens.markExpiring(100).grants()).containsExactly(soon);
    assertThat(tokens.markActive(100)).isEmpty();
    assertThat(List.of(state(young), state(soon), state(ended)))
        .containsExactly(GrantState.ACTIVE, GrantState.EXPIRING, GrantState.EXPIRED);
    assertThat(tokens.timeline(soon, 100))
        .last()
        .extracting(GrantEvent::kind)
        .isEqualTo(GrantEvent.Kind.EXPIRING);
    assertThat(tokens.timeline(ended, 100))
        .last()
        .extracting(GrantEvent::kind)
        .isEqualTo(GrantEvent.Kind.EXPIRED);
    assertThat(tokens.markExpired(100)).as("each once").isEmpty();
    assertThat(tokens.markExpiring(100).grants()).isEmpty();
  }

  @Test
  void takesBackWhatWasRenewed() throws SQLException {
    long grant = active(Duration.ofDays(5));
    assertThat(state(grant)).isEqualTo(GrantState.EXPIRING);
    dies(grant, Duration.ofDays(60));
    assertThat(tokens.markActive(100)).containsExactly(grant);
    assertThat(state(grant)).isEqualTo(GrantState.ACTIVE);
  }

  @Test
  void destroysTheTokensOfUnfinishedRegistrations() throws SQLException {
    long waiting = pending(Duration.ofDays(60));
    long abandoned = pending(Duration.ofDays(60));
    execute(
        "update carrier_grant set pending_until = created_at - interval '1' second where id = ?",
        abandoned);
    assertThat(tokens.usePending(abandoned, Credentials::generation)).isEmpty();
    assertThat(tokens.sweepPending(100)).containsExactly(abandoned);
    assertThat(state(abandoned)).isEqualTo(GrantState.DELETED);
    execute(
        "update carrier_grant set used_at = null where id = ?"
            + " and sealed_access is null and sealed_refresh is null",
        abandoned);
    assertThat(tokens.activate(abandoned)).isFalse();
    assertThat(tokens.usePending(waiting, Credentials::generation)).isPresent();
  }

  @Test
  void worksInBatchesUntilNothingIsLeft() throws SQLException {
    Set<Long> grants = new HashSet<>();
    for (int i = 0; i < 25; i++) {
      long grant = active(Duration.ofDays(60));
      dies(grant, Duration.ofSeconds(-i - 1));
      grants.add(grant);
    }
    List<Long> all = new ArrayList<>();
    for (int size : new int[] {10, 10, 5, 0}) {
      List<Long> batch = tokens.markExpired(10);
      assertThat(batch).hasSize(size);
      all.addAll(batch);
    }
    assertThat(all).containsExactlyInAnyOrderElementsOf(grants);
  }

  @Test
  void leavesRowsThatSomebodyHolds() throws Exception {
    long held = active(Duration.ofDays(60));
    dies(held, Duration.ofSeconds(-2));
    long free = active(Duration.ofDays(60));
    dies(free, Duration.ofSeconds(-1));
    transaction.begin();
    try {
      assertThat(tokens.hold(held)).isTrue();
      assertThat(elsewhere(() -> tokens.markExpired(10))).containsExactly(free);
    } finally {
      transaction.rollback();
    }
    assertThat(tokens.markExpired(10)).containsExactly(held);
  }

  @Test
  void changesNothingWhenTheCallersTransactionFails() throws Exception {
    long grant = active(Duration.ofDays(60));
    dies(grant, Duration.ofSeconds(-1));
    transaction.begin();
    assertThat(tokens.markExpired(10)).containsExactly(grant);
    transaction.rollback();
    assertThat(state(grant)).isEqualTo(GrantState.ACTIVE);
  }

  private static List<Long> elsewhere(Callable<List<Long>> call) throws Exception {
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      return thread.submit(call).get();
    }
  }

  private GrantState state(long grant) {
    return tokens.view(grant).state();
  }

  private long active(Duration life) {
    long grant = pending(life);
    tokens.activate(grant);
    return grant;
  }

  private long pending(Duration life) {
    Instant now = Instant.now();
    IntFunction<Secret> made = i -> Secret.of("token-" + i);
    return tokens.keepPending(
        "UPS",
        new TokenSet(made.apply(1), made.apply(2), now, now.plusSeconds(3600), now.plus(life)),
        "admin");
  }

  private void dies(long grant, Duration from) throws SQLException {
    execute(
        "update carrier_grant set dies_at = current_timestamp + interval '%d' second where id = ?"
            .formatted(from.toSeconds()),
        grant);
  }

  private void execute(String sql, long grant) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, grant);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
