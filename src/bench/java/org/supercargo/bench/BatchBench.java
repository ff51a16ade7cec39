package org.supercargo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.supercargo.scenario.Ups;
import org.supercargo.stage.Database;

/**
 * A file of shipments from its upload to the last label, beside the same orders sent directly to
 * the simulated UPS by the JDK's client, as many at once, which keeps nothing. The books of the
 * simulated UPS tell whether each row was made once.
 */
final class BatchBench {
  private static final Duration LATENCY = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofMinutes(60);
  private static final String HEADER =
      "reference,service,to_name,to_address_1,to_city,to_state,to_postal_code,to_country,"
          + "weight,weight_unit\n";

  private final FigureTable table;
  private final int rows = Bench.many(10_000);
  private final int directly = Bench.many(1_500);

  BatchBench(FigureTable table) {
    this.table = table;
  }

  /** Seconds, and what the server says of itself. */
  private record Ran(double seconds, double toTheFirst, String before, String after) {}

  void run() throws Exception {
    try (BenchStage stage = new BenchStage()) {
      Database database = stage.newDatabase("batch");
      stage.starts(database);
      String account = stage.ask("/ship-door?do=connect");
      ran(stage, database, uploaded(stage, account, "W", Bench.many(500)));
      stage.ups.isSlow("ship", LATENCY, 1_000_000);
      double before = directly(stage, "E");
      long began = System.nanoTime();
      String batch = uploaded(stage, account, "A", rows);
      double read = (System.nanoTime() - began) / 1e9;
      Ran ran = ran(stage, database, batch);
      double peakMemory = stage.peakMemory();
      double after = directly(stage, "F");
      tell(ran, Math.max(before, after), read, peakMemory);
      books(stage);
    }
  }

  private void tell(Ran ran, double direct, double read, double peakMemory) {
    String name = "batch of %,d labels, UPS %d ms: ".formatted(rows, LATENCY.toMillis());
    String[] before = ran.before.split(" ");
    String[] after = ran.after.split(" ");
    double most = 1_000.0 * BenchStage.PARALLEL_ROWS / LATENCY.toMillis();
    table.atLeast(name + "speed", rows / ran.seconds, direct, "per second", 0.8);
    table.told(
        name + "speed beside rows at once / latency", rows / ran.seconds, most, "per second");
    table.told(name + "reading and checking", read, null, "s");
    table.below(name + "to the first label", ran.toTheFirst, null, "s", 2);
    table.below(name + "growth of the old generation", grown(before, after, 0), null, "MiB", 256);
    table.told(name + "peak of the process", peakMemory, null, "MiB");
    double threads = Double.parseDouble(after[2]) - Double.parseDouble(before[1]);
    table.below(name + "more platform threads", threads, null, "threads", 32);
  }

  private static double grown(String[] before, String[] after, int which) {
    return Double.parseDouble(after[which]) - Double.parseDouble(before[which]);
  }

  private static String uploaded(BenchStage stage, String account, String mark, int rows) {
    String file =
        IntStream.rangeClosed(1, rows)
            .mapToObj(
                i ->
                    "%s-%d,UPS Ground,Receiver %d Inc,%d Times Sq,New York,NY,10036,US,2.5,lb\n"
                        .formatted(mark, i, i, i))
            .collect(Collectors.joining("", HEADER, ""));
    return stage.tell("/bench-door/ship?account=" + account, file);
  }

  private static Ran ran(BenchStage stage, Database database, String batch) throws Exception {
    String before = stage.ask("/bench-door/ship?do=begins");
    long begun = System.nanoTime();
    stage.ask("/bench-door/ship?do=start&batch=" + batch);
    String made = " from shipment_batch_row where state = 'MADE' and batch_id = " + batch;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      await(statement, "select 1" + made + " limit 1", begun);
      double first = (System.nanoTime() - begun) / 1e9;
      await(
          statement, "select 1 from shipment_batch where state = 'DONE' and id = " + batch, begun);
      double seconds = (System.nanoTime() - begun) / 1e9;
      return new Ran(seconds, first, before, stage.ask("/bench-door/ship?do=machine"));
    }
  }

  private static void await(Statement statement, String sql, long since)
      throws SQLException, InterruptedException {
    while (!statement.executeQuery(sql).next()) {
      if (System.nanoTime() - since > PATIENCE.toNanos()) {
        throw new IllegalStateException("not after an hour: " + sql);
      }
      Thread.sleep(20);
    }
  }

  /** Orders a second. */
  private double directly(BenchStage stage, String mark) throws Exception {
    Recorded last = Recorded.last(stage.ups, "ship");
    List<String> references = references(stage.ups, last);
    ExecutorService threads = Executors.newFixedThreadPool(BenchStage.PARALLEL_ROWS);
    try (threads;
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      List<Callable<Integer>> all = new ArrayList<>();
      for (int i = 0; i < directly; i++) {
        Recorded order = last;
        for (int j = 0; j < references.size(); j++) {
          order = order.with(references.get(j), "%s%d-%d".formatted(mark, j, i));
        }
        var request = order.request();
        all.add(() -> client.send(request, BodyHandlers.ofByteArray()).statusCode());
      }
      long begun = System.nanoTime();
      for (Future<Integer> status : threads.invokeAll(all)) {
        if (status.get() != 200) {
          throw new IllegalStateException("an order was answered with " + status.get());
        }
      }
      return directly / ((System.nanoTime() - begun) / 1e9);
    }
  }

  /** Of that very order: while others are on their way, the last to ask is not the last booked. */
  private static List<String> references(Ups ups, Recorded order) {
    for (JsonNode shipment : ups.shipments().get("shipments")) {
      List<String> references = new ArrayList<>();
      shipment.get("references").forEach(one -> references.add(one.asText()));
      if (references.stream().allMatch(one -> order.body().contains('"' + one + '"'))) {
        return references;
      }
    }
    throw new IllegalStateException("nothing was booked by that order");
  }

  private void books(BenchStage stage) {
    Map<String, Integer> live = new HashMap<>();
    for (JsonNode shipment : stage.ups.shipments().get("shipments")) {
      if (!shipment.get("voided").asBoolean()) {
        shipment.get("references").forEach(one -> live.merge(one.asText(), 1, Integer::sum));
      }
    }
    long once =
        IntStream.rangeClosed(1, rows).filter(i -> live.getOrDefault("A-" + i, 0) == 1).count();
    live.values().removeIf(count -> count == 1);
    long twice = live.size();
    if (twice > 0) {
      System.err.println("booked more than once: " + live);
    }
    table.exactly("batch: rows that UPS has booked once", once, null, "rows", rows);
    table.exactly("batch: references that UPS has booked twice", twice, null, "references", 0);
  }
}
