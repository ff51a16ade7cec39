package org.supercargo.scenario;

import static org.supercargo.scenario.VaultStage.eventually;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.supercargo.stage.Server;
import org.supercargo.stage.Traps;

/** Kills a server at each point of a refresh, and looks at what that leaves behind. */
final class VaultKills {
  private static final String LOGIN = "org.supercargo.carrier.ups.UpsLogin#refresh";
  private static final String JOURNAL = "org.supercargo.token.Journal#";

  /** Comes by every second and would tidy up what a kill is to leave behind. */
  private static final String ROUND = "org.supercargo.token.Storing#go";

  /** Where a thread stands when the process is killed. */
  enum Point {
    INTENT("after the intent", "refresh.enter", true),
    SENT("after sending", "", false),
    ANSWER("after the answer, before the journal", "write.enter", false),
    JOURNAL("after the journal, before the store", "write.exit", true),
    STORE("after the store", "drop.enter", true);

    final String words;
    private final String trap;

    /** Whether nothing may be lost there. */
    final boolean isSafe;

    Point(String words, String trap, boolean isSafe) {
      this.words = words;
      this.trap = trap;
      this.isSafe = isSafe;
    }
  }

  private final VaultStage stage;
  private final Traps traps = new Traps(LOGIN, JOURNAL + "write", JOURNAL + "drop", ROUND);
  private final Server server;
  private final Map<Point, Map<String, Integer>> ends = new EnumMap<>(Point.class);

  /** How many lost their tokens, by point. */
  final Map<Point, Integer> lost = new EnumMap<>(Point.class);

  VaultKills(VaultStage stage) {
    this.stage = stage;
    this.server = stage.node("killed").withJvm(traps.jvm()).starts();
    for (Point point : Point.values()) {
      ends.put(point, new TreeMap<>());
      lost.put(point, 0);
    }
  }

  /** One grant stands at each point; then the process dies, comes again, and all are asked for. */
  void kill() throws Exception {
    traps.arm("go.enter");
    eventually(() -> traps.hasCaught("go.enter"));
    Map<Point, String> grants = new EnumMap<>(Point.class);
    for (Point point : Point.values()) {
      if (point != Point.SENT) {
        grants.put(point, stopsAt(point));
      }
    }
    grants.put(Point.SENT, sendsAndDies());
    Map<Point, String> left = new EnumMap<>(Point.class);
    grants.forEach((point, grant) -> left.put(point, leftOf(grant)));
    server.starts();
    long calls = stage.ups.refreshCalls();
    for (Point point : List.of(Point.JOURNAL, Point.STORE)) {
      eventually(() -> stage.view(server, grants.get(point)).equals("ACTIVE 2"));
    }
    eventually(() -> stage.journal(server, "").isEmpty());
    if (stage.ups.refreshCalls() != calls) {
      throw new AssertionError("UPS was asked for what stood in the journal");
    }
    for (Point point : Point.values()) {
      String end = endOf(grants.get(point));
      lost.merge(point, end.startsWith("ACTIVE") ? 0 : 1, Integer::sum);
      ends.get(point).merge(left.get(point) + " → " + end, 1, Integer::sum);
    }
  }

  /** How long an answer was in memory only, in that many refreshes that nobody disturbs. */
  List<Duration> windows(int many) throws Exception {
    List<String> grants = stage.connect(server, 10);
    for (int i = 0; i < many / grants.size(); i++) {
      for (String grant : grants) {
        stage.makeStale(grant, server);
        eventually(() -> stage.access(server, grant, 1).matches("\\d+"));
      }
    }
    return traps.windows();
  }

  /** What the kills at that point left behind, and what became of it. */
  String note(Point point) {
    StringBuilder note = new StringBuilder();
    ends.get(point)
        .forEach(
            (end, times) ->
                note.append(note.isEmpty() ? "" : "; ").append(times + " × ").append(end));
    return note.toString();
  }

  private String stopsAt(Point point) throws Exception {
    String grant = stage.stale(server);
    traps.arm(point.trap);
    stage.asks(server, grant, 1);
    eventually(() -> traps.hasCaught(point.trap));
    return grant;
  }

  /** UPS has the request and takes its time; it will spend the token all the same. */
  private String sendsAndDies() throws Exception {
    String grant = stage.stale(server);
    long before = stage.ups.refreshCalls();
    stage.ups.isSlow("refresh", Duration.ofSeconds(3));
    stage.asks(server, grant, 1);
    eventually(() -> stage.ups.refreshCalls() == before + 1);
    server.dies();
    return grant;
  }

  private String leftOf(String grant) {
    String row =
        stage.asks(
            "select 'pair ' || generation || case when lease_owner is null then '' else"
                + " ', a lease' end from carrier_grant where id = "
                + grant);
    return row + (stage.journal(server, grant).isEmpty() ? "" : ", a journal entry");
  }

  /** Once more, if it lives: a pair that can't be renewed any more would not be worth much. */
  private String endOf(String grant) throws Exception {
    eventually(() -> stage.access(server, grant, 1).matches("2|ReconnectNeeded"));
    if (stage.view(server, grant).equals("ACTIVE 2")) {
      stage.makeStale(grant, server);
      eventually(() -> stage.access(server, grant, 1).equals("3"));
    }
    return stage.view(server, grant);
  }
}
