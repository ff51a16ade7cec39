package org.supercargo.bench;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.supercargo.bench.Rush.Fared;

/**
 * Asking for all prices by {@code POST /api/v1/rates}, beside the very call that this makes, made
 * directly by the JDK's client. Both take turns, so that what else the machine does meets both; of
 * three turns each side's best counts. The callers and the simulated UPS are in this process,
 * Payara in its own, PostgreSQL in others, and all share the machine's cores.
 */
final class RateBench {
  private static final int TURNS = 3;

  /** Servers run for weeks: the compiler has its say before anything is measured. */
  private static final int WARMING = 8;

  private static final String BODY =
      """
      {"account": %s, "to": {"name": "Jo Doe", "phone": "4045550123", "residential": true,
        "address": {"lines": ["12 Peachtree St NE"], "city": "Atlanta", "state": "GA",
          "postalCode": "30303", "country": "US"}},
       "parcels": [{"packaging": "OWN", "weight": {"value": "5.5", "unit": "POUND"},
         "size": {"length": "12", "width": "9", "height": "4", "unit": "INCH"}}]}
      """;

  private final FigureTable table;
  private final Duration turn = Duration.ofMillis(Bench.many(6_000));

  RateBench(FigureTable table) {
    this.table = table;
  }

  void run() throws Exception {
    try (BenchStage stage = new BenchStage()) {
      stage.starts(stage.newDatabase("rates"));
      Rush ours = new Rush(ours(stage));
      ours.goes(1, Duration.ZERO);
      Rush direct = new Rush(Recorded.last(stage.ups, "rate").request());
      for (int i = 0; i < WARMING; i++) {
        direct.goes(32, turn);
        ours.goes(32, turn);
        ours.goes(1, turn);
      }
      for (int latency : new int[] {0, 100}) {
        for (int callers : new int[] {1, 32}) {
          compare(stage, latency, callers, ours, direct);
        }
      }
    }
  }

  private static HttpRequest ours(BenchStage stage) {
    String account = stage.ask("/ship-door?do=connect");
    return HttpRequest.newBuilder(stage.uri().resolve("/api/v1/rates"))
        .header("Authorization", "Bearer " + stage.ask("/bench-door/ship?do=key"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(BODY.formatted(account)))
        .build();
  }

  private void compare(BenchStage stage, int latency, int callers, Rush ours, Rush direct)
      throws Exception {
    stage.ups.dropsPreparedAnswers();
    if (latency > 0) {
      stage.ups.isSlow("rate", Duration.ofMillis(latency), 1_000_000);
    }
    Fared we = Fared.NOT_YET;
    Fared they = Fared.NOT_YET;
    for (int i = 0; i < TURNS; i++) {
      they = they.or(direct.goes(callers, turn));
      we = we.or(ours.goes(callers, turn));
    }
    String name =
        "rates, UPS %d ms, %d caller%s: ".formatted(latency, callers, callers == 1 ? "" : "s");
    if (latency == 0) {
      table.told(name + "p50", we.middle(), they.middle(), "ms");
      table.told(name + "p99", we.worst(), they.worst(), "ms");
      table.atLeast(name + "throughput", we.perSecond(), they.perSecond(), "per second", 0.5);
    } else {
      table.atMost(name + "p50", we.middle(), they.middle(), "ms", 1.05);
      table.told(name + "p99", we.worst(), they.worst(), "ms");
      table.told(name + "throughput", we.perSecond(), they.perSecond(), "per second");
    }
  }
}
