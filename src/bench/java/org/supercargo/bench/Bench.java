package org.supercargo.bench;

import java.nio.file.Path;

/** {@code mvn -Pbench -Dbench=vault} or {@code ship}: measures one room and prints its table. */
public final class Bench {
  private Bench() {}

  public static void main(String[] args) throws Exception {
    String suite = args.length == 0 ? "" : args[0];
    FigureTable table = new FigureTable(suite);
    switch (suite) {
      case "vault" -> {
        new HandOutBench(table).run();
        new NightBench(table).run();
      }
      case "ship" -> {
        new RateBench(table).run();
        new BatchBench(table).run();
      }
      case "hand-outs" -> new HandOutBench(table).run();
      case "night" -> new NightBench(table).run();
      case "rates" -> new RateBench(table).run();
      case "batch" -> new BatchBench(table).run();
      default -> {
        System.err.println(
            "no benchmark is called '"
                + suite
                + "'; there are: vault, which is hand-outs and night;"
                + " ship, which is rates and batch");
        System.exit(2);
      }
    }
    table.publish(Path.of(System.getProperty("supercargo.test.folder", "target")));
    // The servers are gone; a client's idle threads need not be waited for.
    System.exit(0);
  }

  /** That share of the whole measure; for trying out. */
  static int many(int whole) {
    return Math.max(1, (int) ((long) whole * Integer.getInteger("bench.percent", 100) / 100));
  }
}
