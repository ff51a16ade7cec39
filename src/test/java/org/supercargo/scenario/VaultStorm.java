package org.supercargo.scenario;

import static org.supercargo.scenario.VaultStage.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.supercargo.stage.Server;

/** Thousands of stale grants that everybody wants, and a UPS that is down for a while. */
final class VaultStorm {
  private static final int CALLERS = 64;
  private final VaultStage stage;
  private final Server server;
  private final List<String> grants;
  private final List<Long> whileDown = new ArrayList<>();
  private final List<Long> afterwards = new ArrayList<>();
  private volatile List<Long> seconds = whileDown;
  private volatile boolean over;

  VaultStorm(VaultStage stage, int many) {
    this.stage = stage;
    this.server = stage.node("storm").starts();
    this.grants = stage.connect(server, many);
  }

  /** Asks for all of them, over and over, until all are renewed. */
  void blows(Duration down) throws Exception {
    stage.does("update carrier_grant set access_expires_at = created_at");
    stage.ups.answersNext("refresh", 503, 1_000_000);
    Thread meter = Thread.ofPlatform().start(this::measure);
    Thread crowd = Thread.ofPlatform().start(this::crowd);
    Thread.sleep(down);
    seconds = afterwards;
    stage.ups.dropsPreparedAnswers();
    try {
      eventually(Duration.ofSeconds(120 + grants.size() / 20), () -> alive() == grants.size());
    } finally {
      over = true;
      crowd.join();
      meter.join();
    }
  }

  long alive() {
    return Long.parseLong(
        stage.asks("select count(*) from carrier_grant where state = 'ACTIVE' and generation = 2"));
  }

  long callsWhileDown() {
    return sum(whileDown);
  }

  long callsAfterwards() {
    return sum(afterwards);
  }

  long mostInASecondWhileDown() {
    return Collections.max(whileDown);
  }

  long mostInASecondAfterwards() {
    return Collections.max(afterwards);
  }

  int secondsUntilAllLived() {
    return afterwards.size();
  }

  private static long sum(List<Long> calls) {
    return calls.stream().mapToLong(Long::longValue).sum();
  }

  private void crowd() {
    while (!over) {
      for (int i = 0; i < grants.size() && !over; i += 1_000) {
        String last = grants.get(Math.min(i + 1_000, grants.size()) - 1);
        stage.crowd(server, grants.get(i), last, CALLERS);
      }
    }
  }

  private void measure() {
    long before = stage.ups.refreshCalls();
    long next = System.nanoTime();
    while (!over) {
      next += Duration.ofSeconds(1).toNanos();
      try {
        Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
      } catch (InterruptedException stopped) {
        return;
      }
      long now = stage.ups.refreshCalls();
      seconds.add(now - before);
      before = now;
    }
  }
}
