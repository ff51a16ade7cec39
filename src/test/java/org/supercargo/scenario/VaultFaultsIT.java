package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supercargo.scenario.FaultTable.many;
import static org.supercargo.scenario.VaultStage.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.supercargo.stage.Server;

/**
 * Real servers, killed, cut off and crowded while they renew tokens. Small here; {@code mvn
 * -Pfaults -Dfaults=vault} runs the same as campaigns and writes their table.
 */
@Tag("scenario")
class VaultFaultsIT {
  private static final FaultTable TABLE = new FaultTable("vault");
  private final VaultStage stage = new VaultStage();

  @AfterEach
  void end() {
    stage.close();
  }

  @AfterAll
  static void publish() {
    TABLE.publish();
  }

  @Test
  void leavesTheLeastBehindWhereverItIsKilled() throws Exception {
    VaultKills kills = new VaultKills(stage);
    int times = many(1, 10);
    for (int i = 0; i < times; i++) {
      kills.kill();
    }
    for (VaultKills.Point point : VaultKills.Point.values()) {
      TABLE.add("killed " + point.words, times, kills.lost.get(point), kills.note(point));
    }
    List<Duration> windows = kills.windows(many(20, 300));
    TABLE.add(
        "window of an answer not yet journalled",
        windows.size(),
        0,
        "median %d µs, 99 %% %d µs, longest %d µs"
            .formatted(
                windows.get(windows.size() / 2).toNanos() / 1_000,
                windows.get(windows.size() * 99 / 100).toNanos() / 1_000,
                windows.getLast().toNanos() / 1_000));
    for (VaultKills.Point point : VaultKills.Point.values()) {
      if (point.isSafe) {
        assertThat(kills.lost.get(point)).as(point.words).isZero();
      }
    }
  }

  @Test
  void refreshesOnceOverAllNodesAndManyThreads() throws Exception {
    int rounds = many(3, 20);
    List<Server> nodes = stage.nodes("crowd", many(2, 3));
    int spoilt = 0;
    long calls = 0;
    for (int round = 1; round <= rounds; round++) {
      String grant = stage.stale(nodes.getFirst());
      long before = stage.ups.refreshCalls();
      stage.ups.isSlow("refresh", Duration.ofMillis(500));
      List<CompletableFuture<String>> answers = new ArrayList<>();
      for (Server node : nodes) {
        answers.add(stage.asks(node, grant, 64));
      }
      Set<String> all = new TreeSet<>();
      for (CompletableFuture<String> answer : answers) {
        all.add(answer.get());
      }
      long asked = stage.ups.refreshCalls() - before;
      calls += asked;
      spoilt += asked == 1 && all.equals(Set.of("2")) ? 0 : 1;
    }
    TABLE.add(
        nodes.size() + " nodes × 64 threads on an expired token",
        rounds,
        spoilt,
        calls + " calls to refresh, every caller got the new pair");
    assertThat(spoilt).isZero();
    int tried = many(1, 5);
    long longest = 0;
    for (int i = 0; i < tried; i++) {
      longest = Math.max(longest, handedOutAfterItsEnd(nodes));
    }
    TABLE.add(
        "deleted on one node, handed out by another",
        tried,
        longest < 5_000 ? 0 : tried,
        "not later than %d ms after the deletion; promised are 5,000".formatted(longest));
    assertThat(longest).isLessThan(5_000);
  }

  /** Milliseconds from the deletion to the last request that another node still fulfilled. */
  private long handedOutAfterItsEnd(List<Server> nodes) {
    String grant = stage.connect(nodes.getFirst(), 1).getFirst();
    assertThat(stage.access(nodes.getLast(), grant, 1)).isEqualTo("1");
    stage.forget(nodes.getFirst(), List.of(grant));
    long deleted = System.nanoTime();
    long last = deleted;
    long asked = deleted;
    while (stage.access(nodes.getLast(), grant, 1).equals("1")) {
      last = asked;
      asked = System.nanoTime();
    }
    return Duration.ofNanos(last - deleted).toMillis();
  }

  @Test
  void storesEveryAnswerAlthoughTheDatabaseIsCutOffMeanwhile() throws Exception {
    Server server = stage.node("cut").starts();
    List<String> grants = stage.connect(server, many(20, 100));
    Duration away = Duration.ofSeconds(many(6, 60));
    grants.forEach(stage::makeStale);
    stage.ups.isSlow("refresh", Duration.ofSeconds(2), grants.size());
    List<CompletableFuture<String>> answers = new ArrayList<>();
    for (String grant : grants) {
      answers.add(stage.asks(server, grant, 1));
    }
    eventually(() -> stage.ups.refreshCalls() >= 3);
    stage.wire.pull();
    Thread.sleep(away);
    int journalled = stage.journal(server, "").size();
    stage.wire.plugIn();
    for (CompletableFuture<String> answer : answers) {
      assertThat(answer.get()).isIn("2", "Unavailable");
    }
    int lost = 0;
    for (String grant : grants) {
      eventually(() -> !stage.access(server, grant, 1).equals("Unavailable"));
      eventually(() -> stage.journal(server, grant).isEmpty());
      lost += stage.view(server, grant).equals("ACTIVE 2") ? 0 : 1;
    }
    TABLE.add(
        "database cut off for %d s during refreshes".formatted(away.toSeconds()),
        grants.size(),
        lost,
        "%d lay in the journal when it came back; %d calls to refresh"
            .formatted(journalled, stage.ups.refreshCalls()));
    assertThat(lost).isZero();
    assertThat(journalled).as("else nothing was tried").isPositive();
    assertThat(stage.ups.refreshCalls()).as("one each").isEqualTo(grants.size());
  }

  @Test
  void neitherStormsAUpsThatIsDownNorOneThatIsBack() throws Exception {
    Duration down = Duration.ofSeconds(many(12, 300));
    int grants = many(200, 10_000);
    VaultStorm storm = new VaultStorm(stage, grants);
    storm.blows(down);
    TABLE.add(
        "UPS down for %d s, %d stale grants".formatted(down.toSeconds(), grants),
        grants,
        grants - storm.alive(),
        ("down: %d calls, %.2f a second, at most %d in one; back: %d calls, at most %d in one"
                + " (budget 100), all alive after %d s")
            .formatted(
                storm.callsWhileDown(),
                (double) storm.callsWhileDown() / down.toSeconds(),
                storm.mostInASecondWhileDown(),
                storm.callsAfterwards(),
                storm.mostInASecondAfterwards(),
                storm.secondsUntilAllLived()));
    assertThat(storm.alive()).isEqualTo(grants);
    assertThat(storm.callsWhileDown())
        .as("a burst, then probes")
        .isLessThan(200 + down.toSeconds());
    // Two nodes' seconds are never quite the meter's.
    assertThat(storm.mostInASecondAfterwards()).isLessThan(150);
  }

  @Test
  void failsNoCallWhileTheMasterKeyIsChanged() throws Exception {
    int grants = many(300, 10_000);
    // Nine in ten are not known by heart: they are opened.
    List<Server> nodes = stage.nodesWithAKeyFile("rotation", 2, grants / 10);
    VaultRotation rotation = new VaultRotation(stage, nodes, grants);
    Duration took = rotation.rotates();
    TABLE.add(
        "rotation of %d grants under load".formatted(grants),
        rotation.calls(),
        rotation.failed(),
        "%.1f s from the wish on, %.0f grants a second; tried and survived are calls meanwhile"
            .formatted(took.toMillis() / 1_000.0, grants * 1_000.0 / took.toMillis()));
    assertThat(rotation.failed()).as(rotation.told()).isZero();
  }

  @Test
  void leavesNoTokenAnywhereOnceTheyAreDeleted() throws Exception {
    Server server = stage.node("hunt").starts();
    String living = stage.connect(server, 1).getFirst();
    List<String> livingTokens = stage.ups.everyToken();
    List<String> grants = stage.connect(server, many(20, 500));
    for (int i = 0; i < 3; i++) {
      for (String grant : grants) {
        stage.makeStale(grant, server);
        eventually(() -> stage.access(server, grant, 2).matches("\\d"));
      }
    }
    stage.forget(server, grants);
    VaultHunt hunt = new VaultHunt(stage, server);
    List<String> tokens = new ArrayList<>(stage.ups.everyToken());
    Set<String> found = new TreeSet<>(hunt.findingsOnDisk(tokens));
    tokens.removeAll(livingTokens);
    int seconds = 0;
    Set<String> inHeap = hunt.findingsInHeap(tokens);
    // What the carrier's answers came in may stay for as long as its connection lived.
    while (!inHeap.isEmpty() && seconds < 20) {
      Thread.sleep(5_000);
      seconds += 5;
      inHeap = hunt.findingsInHeap(tokens);
    }
    assertThat(stage.access(server, living, 1)).isEqualTo("1");
    assertThat(hunt.findingsInHeap(livingTokens)).as("it can find").isNotEmpty();
    found.addAll(inHeap);
    TABLE.add(
        "tokens searched for after deletion",
        tokens.size(),
        found.isEmpty() ? 0 : tokens.size(),
        "every row, the database's files, logs, journal and the heap after a GC"
            + (found.isEmpty()
                ? ": none found, %d s after deletion at the latest".formatted(5 + seconds)
                : ": " + found));
    assertThat(found).isEmpty();
  }
}
