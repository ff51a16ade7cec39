package org.supercargo.scenario;

import static org.supercargo.scenario.VaultStage.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.supercargo.stage.Server;

/** A new master key while callers go through all grants over and over, on every node. */
final class VaultRotation {
  private static final int CALLERS = 8;
  private final VaultStage stage;
  private final List<Server> servers;
  private final List<String> grants;
  private final Map<String, Long> answers = new TreeMap<>();
  private volatile boolean over;

  VaultRotation(VaultStage stage, List<Server> servers, int many) {
    this.stage = stage;
    this.servers = servers;
    this.grants = stage.connect(servers.getFirst(), many);
  }

  /** How long it took from the wish until nothing was left that an old key had sealed. */
  Duration rotates() throws Exception {
    String old = sealing();
    List<Thread> crowds = new ArrayList<>();
    for (Server server : servers) {
      crowds.add(Thread.ofPlatform().start(() -> crowd(server)));
    }
    eventually(() -> calls() > grants.size() / 10);
    long began = System.nanoTime();
    Duration took;
    try {
      stage.rotates(servers.getFirst());
      eventually(
          Duration.ofMinutes(10),
          () -> !sealing().equals(old) && sealedBy(sealing()) == grants.size());
      took = Duration.ofNanos(System.nanoTime() - began);
      // Also afterwards, when every node opens by the new key alone.
      long atTheEnd = calls();
      eventually(() -> calls() > atTheEnd + grants.size() / 10);
    } finally {
      over = true;
      for (Thread crowd : crowds) {
        crowd.join();
      }
    }
    return took;
  }

  synchronized long calls() {
    return answers.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Answers other than the first generation's token. */
  synchronized long failed() {
    return calls() - answers.getOrDefault("1", 0L);
  }

  synchronized String told() {
    return answers.toString();
  }

  private String sealing() {
    return stage.asks("select coalesce(max(id), '') from master_key where seals");
  }

  private long sealedBy(String key) {
    return Long.parseLong(
        stage.asks("select count(*) from carrier_grant where sealed_by = '" + key + "'"));
  }

  private void crowd(Server server) {
    while (!over) {
      for (int i = 0; i < grants.size() && !over; i += 500) {
        String last = grants.get(Math.min(i + 500, grants.size()) - 1);
        note(stage.crowd(server, grants.get(i), last, CALLERS));
      }
    }
  }

  private synchronized void note(Map<String, Long> more) {
    more.forEach((answer, times) -> answers.merge(answer, times, Long::sum));
  }
}
