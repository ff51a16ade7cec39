package org.supercargo.scenario;

import static org.supercargo.scenario.VaultStage.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.supercargo.stage.Server;

/** Thousands of stale grants that everybody wants, and a UPS that is down for a while. */
final class VaultStorm {
  private static final int CALLERS = 64;
  private final VaultStage stage;
  private final Server server;
  private final List<String> grants;
  private final List<Stretch> whileDown = new ArrayList<>();
  private final List<Stretch> afterwards = new ArrayList<>();
  private volatile List<Stretch> stretches = whileDown;
  private volatile boolean over;

  /** A second, or longer where the meter is late. */
  private record Stretch(long calls, double seconds) {
    long inASecond() {
      return Math.round(calls / seconds);
    }
  }

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
    stretches = afterwards;
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
    return most(whileDown);
  }

  long mostInASecondAfterwards() {
    return most(afterwards);
  }

  int secondsUntilAllLived() {
    return (int) Math.ceil(afterwards.stream().mapToDouble(Stretch::seconds).sum());
  }

  private static long sum(List<Stretch> stretches) {
    return stretches.stream().mapToLong(Stretch::calls).sum();
  }

  private static long most(List<Stretch> stretches) {
    return stretches.stream().mapToLong(Stretch::inASecond).max().orElseThrow();
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
    long begun = System.nanoTime();
    while (!over) {
      try {
        Thread.sleep(Duration.ofSeconds(1));
      } catch (InterruptedException stopped) {
        return;
      }
      long now = stage.ups.refreshCalls();
      long ended = System.nanoTime();
      stretches.add(new Stretch(now - before, (ended - begun) / 1e9));
      before = now;
      begun = ended;
    }
  }
}
