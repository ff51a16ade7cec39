package org.supercargo.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.supercargo.stage.Database;

/**
 * Handing out a token, beside Spring Security's {@code
 * AuthorizedClientServiceOAuth2AuthorizedClientManager} on {@code
 * JdbcOAuth2AuthorizedClientService}. Ours runs in a real server with all that it does around a
 * hand-out, theirs alone in its process; both have the same JVM options, database, pool size and
 * UPS. The two take turns, so that what else the machine does meets both; of three measures each
 * side's best counts.
 */
final class HandOutBench {
  private static final int TURNS = 3;
  private final FigureTable table;
  private final int rounds = Math.max(2, Bench.many(10));

  HandOutBench(FigureTable table) {
    this.table = table;
  }

  /** One that hands out tokens. */
  private interface Side {
    /** Of a new consent, whose access token has that long to live. */
    String does(String deed, int threads, Duration life) throws Exception;
  }

  /** What a crowd came to, on the average of the rounds. */
  private record Crowded(double calls, double failed) {}

  /** How long the callers waited, in ms, and how many failed. */
  private record Waited(double worstPercent, int failed) {}

  void run() throws Exception {
    try (BenchStage stage = new BenchStage()) {
      Database database = stage.newDatabase("ours");
      stage.starts(database);
      Side us = (deed, threads, life) -> ours(stage, database, deed, threads, life);
      try (Peer peer = new Peer(stage.newDatabase("theirs"), stage.ups.uri())) {
        Side they = (deed, threads, life) -> peer.does(deed, threads);
        for (int threads : new int[] {1, 8, 64}) {
          warm(threads, us, they);
        }
        crowd(crowded(stage, us), crowded(stage, they));
        steady(waited(stage, us), waited(stage, they));
      }
    }
  }

  private void warm(int threads, Side us, Side they) throws Exception {
    double ours = 0;
    double theirs = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      ours = Math.max(ours, Double.parseDouble(us.does("warm", threads, Duration.ofHours(1))));
      theirs =
          Math.max(theirs, Double.parseDouble(they.does("warm", threads, Duration.ofHours(1))));
    }
    String name = "warm hand-out, %d thread%s".formatted(threads, threads == 1 ? "" : "s");
    table.atLeast(name, ours, theirs, "per second", 20);
  }

  private void crowd(Crowded us, Crowded they) {
    String name = "64 threads on an expired token: ";
    table.exactly(name + "refresh calls", us.calls, they.calls, "calls", 1);
    table.exactly(name + "callers failed", us.failed, they.failed, "callers", 0);
  }

  private Crowded crowded(BenchStage stage, Side side) throws Exception {
    int failed = 0;
    long before = stage.ups.refreshCalls();
    for (int round = 0; round < rounds; round++) {
      failed += Integer.parseInt(side.does("crowd", 64, Duration.ofSeconds(-1)));
    }
    double calls = stage.ups.refreshCalls() - before;
    return new Crowded(calls / rounds, (double) failed / rounds);
  }

  private void steady(Waited us, Waited they) {
    String name = "hand-out during a refresh of 500 ms: ";
    table.below(name + "p99", us.worstPercent, they.worstPercent, "ms", 50);
    table.exactly(name + "failed", us.failed, (double) they.failed, "callers", 0);
  }

  private Waited waited(BenchStage stage, Side side) throws Exception {
    List<Long> all = new ArrayList<>();
    int failed = 0;
    for (int round = 0; round < rounds; round++) {
      stage.ups.isSlow("refresh", Duration.ofMillis(500), 1_000);
      Crowd.Waits waits = Crowd.Waits.of(side.does("steady", 8, Duration.ofSeconds(30)));
      stage.ups.dropsPreparedAnswers();
      all.addAll(waits.micros());
      failed += waits.failed();
    }
    Collections.sort(all);
    return new Waited(all.get(all.size() * 99 / 100) / 1_000.0, failed);
  }

  private static String ours(
      BenchStage stage, Database database, String deed, int threads, Duration life) {
    String grant = stage.ask("/test-door?do=connect&many=1");
    BenchStage.does(
        database,
        ("update carrier_grant set refreshed_at = current_timestamp - interval '1' hour,"
                + " access_expires_at = current_timestamp + interval '%d' second where id = %s")
            .formatted(life.toSeconds(), grant));
    return stage.ask("/bench-door?do=%s&grant=%s&threads=%d".formatted(deed, grant, threads));
  }
}
