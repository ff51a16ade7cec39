package org.supercargo.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.audit.Actor;
import org.supercargo.container.InContainer;

class TurnsIT extends InContainer {
  private static final String TIMER = "turns-test";
  private static final Actor ALICE = new Actor("alice", "192.0.2.7");

  @Inject Turns turns;
  @Inject Records records;
  @Resource ManagedExecutorService executor;
  @Resource UserTransaction transaction;

  @Resource(lookup = "java:app/jdbc/supercargo")
  DataSource dataSource;

  private final Instant due = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @BeforeEach
  void clean() {
    emptyTheTables();
  }

  @Test
  void givesTheTurnToOneOfManyWhoAskTogether() throws Exception {
    Callable<Optional<Turn>> asks = () -> turns.beginDue(TIMER, due);
    List<Future<Optional<Turn>>> answers =
        Stream.generate(() -> executor.submit(asks)).limit(8).toList();

    int taken = 0;
    for (Future<Optional<Turn>> answer : answers) {
      taken += answer.get(60, TimeUnit.SECONDS).isPresent() ? 1 : 0;
    }
    assertThat(taken).isEqualTo(1);
    assertThat(records.newest(TIMER, 10)).hasSize(1);
  }

  @Test
  void runsANightOnce() {
    turns.done(dueTurn(), Map.of("expired", 3L));

    assertThat(turns.beginDue(TIMER, due)).isEmpty();
    assertThat(turns.beginDue(TIMER, due.plus(1, ChronoUnit.DAYS))).isPresent();
  }

  @Test
  void recordsWhoRanWhatAndWhatCameOfIt() {
    turns.done(dueTurn(), Map.of("expired", 3L));

    Run run = records.newest(TIMER, 1).getFirst();
    assertThat(run.outcome()).isEqualTo(RunOutcome.DONE);
    assertThat(run.dueAt()).isEqualTo(due);
    assertThat(run.endedAt()).isAfterOrEqualTo(run.startedAt());
    assertThat(run.counts()).containsExactly(Map.entry("expired", 3L));
    assertThat(run.startedBy()).isEqualTo(TIMER);
    assertThat(run.node()).isNotBlank();
  }

  @Test
  void catchesUpOnlyTheLastOfManyMissedNights() {
    turns.done(turns.beginDue(TIMER, due.minus(9, ChronoUnit.DAYS)).orElseThrow(), Map.of());

    turns.done(dueTurn(), Map.of());
    assertThat(turns.beginDue(TIMER, due.minus(1, ChronoUnit.DAYS))).isEmpty();
  }

  @Test
  void takesOverFromADeadNodeAndFencesItOff() throws SQLException {
    Turn dead = dueTurn();
    assertThat(turns.beginDue(TIMER, due)).isEmpty();
    expireTheLease();

    Turn heir = dueTurn();
    assertThatThrownBy(() -> turns.renew(dead)).isInstanceOf(LeaseLost.class);
    turns.done(dead, Map.of("late", 1L));
    turns.done(heir, Map.of("expired", 1L));

    assertThat(records.newest(TIMER, 10))
        .extracting(Run::outcome)
        .containsExactly(RunOutcome.DONE, RunOutcome.ABANDONED);
    assertThat(records.newest(TIMER, 1).getFirst().counts()).containsOnlyKeys("expired");
    assertThat(turns.beginDue(TIMER, due)).isEmpty();
  }

  @Test
  void keepsALeaseThatIsRenewedInTime() throws SQLException {
    Turn slow = dueTurn();
    expireTheLease();
    turns.renew(slow);

    assertThat(turns.beginDue(TIMER, due)).isEmpty();
  }

  @Test
  void letsNobodyTakeOverInTheMiddleOfABatch() throws Exception {
    Turn slow = dueTurn();
    expireTheLease();
    transaction.begin();
    turns.renew(slow);
    Future<Optional<Turn>> heir = executor.submit(() -> turns.beginDue(TIMER, due));
    awaitBlocked();
    assertThat(heir).isNotDone();
    transaction.commit();

    assertThat(heir.get(60, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void buriesARunWhoseNodeDied() throws SQLException {
    Turn dead = turns.beginNow(TIMER, ALICE).orElseThrow();
    turns.bury(TIMER);
    assertThat(records.state(TIMER, due, Instant.now()).running()).isTrue();

    expireTheLease();
    turns.bury(TIMER);

    TimerState state = records.state(TIMER, due, Instant.now());
    assertThat(state.running()).isFalse();
    assertThat(state.last()).extracting(Run::outcome).isEqualTo(RunOutcome.ABANDONED);
    assertThatThrownBy(() -> turns.renew(dead)).isInstanceOf(LeaseLost.class);
  }

  @Test
  void refusesToRunNowWhileOneRuns() {
    Turn nightly = dueTurn();
    assertThat(turns.beginNow(TIMER, ALICE)).isEmpty();

    turns.done(nightly, Map.of());
    assertThat(turns.beginNow(TIMER, ALICE)).isPresent();
  }

  @Test
  void letsAPersonsRunStandForNoNight() {
    turns.done(turns.beginNow(TIMER, ALICE).orElseThrow(), Map.of());
    turns.done(dueTurn(), Map.of());

    assertThat(records.newest(TIMER, 10))
        .extracting(Run::startedBy)
        .containsExactly(TIMER, "alice");
    assertThat(records.nights(TIMER, 90)).extracting(Run::startedBy).containsExactly(TIMER);
  }

  @Test
  void restsAfterAFailureButObeysAPerson() throws SQLException {
    turns.failed(dueTurn(), "Failed with IllegalStateException; see the log");

    assertThat(turns.beginDue(TIMER, due)).isEmpty();
    turns.done(turns.beginNow(TIMER, ALICE).orElseThrow(), Map.of());
    assertThat(turns.beginDue(TIMER, due)).isPresent();
  }

  @Test
  void triesAFailedNightAgainAfterTheRest() throws SQLException {
    turns.failed(dueTurn(), "Failed");
    expireTheLease();
    turns.done(dueTurn(), Map.of());

    assertThat(records.nights(TIMER, 90)).extracting(Run::outcome).containsExactly(RunOutcome.DONE);
    assertThat(records.newest(TIMER, 90)).hasSize(2);
  }

  @Test
  void handsATurnThatWasStoppedToTheNext() {
    turns.stopped(dueTurn());

    assertThat(turns.beginDue(TIMER, due)).isPresent();
  }

  @Test
  void keepsTimesInTheHourThatDaylightSavingRepeats() {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    try {
      for (String hour : List.of("2026-11-01T05:30:00.123456Z", "2026-11-01T06:30:00.123456Z")) {
        turns.done(turns.beginDue(TIMER, Instant.parse(hour)).orElseThrow(), Map.of());
        assertThat(records.newest(TIMER, 1).getFirst().dueAt()).isEqualTo(hour);
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void letsLanesBeFencedSideBySide() throws Exception {
    Turn turn = dueTurn();
    turns.openLanes(turn, 3);
    transaction.begin();
    turns.fence(turn, 1);
    Future<?> other = executor.submit(() -> turns.fence(turn, 2));
    other.get(60, TimeUnit.SECONDS);
    transaction.commit();
  }

  @Test
  void takesOverOnlyWhenALanesBatchHasEndedAndLetsNoMoreBeCommitted() throws Exception {
    Turn turn = dueTurn();
    turns.openLanes(turn, 2);
    expireTheLease();
    Future<Optional<Turn>> takeOver;
    transaction.begin();
    try {
      turns.fence(turn, 1);
      takeOver = executor.submit(() -> turns.beginDue(TIMER, due));
      awaitBlocked();
      assertThat(takeOver).isNotDone();
    } finally {
      transaction.commit();
    }
    assertThat(takeOver.get(60, TimeUnit.SECONDS)).isPresent();
    assertThatThrownBy(() -> turns.fence(turn, 1)).isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> turns.openLanes(turn, 2)).isInstanceOf(LeaseLost.class);
  }

  @Test
  void closesTheLanesWithTheRun() {
    Turn turn = dueTurn();
    turns.openLanes(turn, 2);
    turns.fence(turn, 1);
    turns.done(turn, Map.of());
    assertThatThrownBy(() -> turns.fence(turn, 1)).isInstanceOf(LeaseLost.class);
  }

  /** Until somebody waits for a row that another has locked. */
  private void awaitBlocked() throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!isBlocked()) {
      assertThat(System.nanoTime()).as("nobody waits").isLessThan(end);
      Thread.sleep(20);
    }
  }

  private boolean isBlocked() throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
      try (var row =
          statement.executeQuery(
              h2
                  ? "select count(*) from information_schema.sessions where blocker_id is not null"
                  : "select count(*) from pg_locks where not granted")) {
        row.next();
        return row.getInt(1) > 0;
      }
    }
  }

  private Turn dueTurn() {
    return turns.beginDue(TIMER, due).orElseThrow();
  }

  private void expireTheLease() throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "update timer_lease set lease_until = current_timestamp - interval '1' second");
    }
  }
}
