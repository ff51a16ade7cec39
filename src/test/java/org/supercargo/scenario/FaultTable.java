package org.supercargo.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How many times a fault is tried in this run, and what came of it. */
final class FaultTable {
  /** 0 in {@code mvn verify}, 100 in a campaign. */
  private static final int PERCENT = Integer.getInteger("supercargo.faults.percent", 0);

  private final String suite;
  private final List<Row> rows = new ArrayList<>();

  FaultTable(String suite) {
    this.suite = suite;
  }

  /** What was tried, how much of it lived on, and what one has to know to believe it. */
  record Row(String name, long tried, long survived, long lost, String note) {}

  /** That share of a whole campaign, and never less than the small one. */
  static int many(int small, int campaign) {
    return Math.max(small, campaign * PERCENT / 100);
  }

  void add(String name, long tried, long lost, String note) {
    rows.add(new Row(name, tried, tried - lost, lost, note));
  }

  /** A campaign's table, to the console and beside it as JSON. */
  void publish() {
    if (PERCENT == 0) {
      return;
    }
    String line = "%-46s %9s %9s %7s  %s%n";
    System.out.printf("%n" + line, "campaign", "tried", "survived", "lost", "note");
    for (Row row : rows) {
      System.out.printf(line, row.name, row.tried, row.survived, row.lost, row.note);
    }
    Path file =
        Path.of(System.getProperty("supercargo.test.folder", "target"), "faults", suite + ".json");
    try {
      Files.createDirectories(file.getParent());
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println("written to " + file);
  }
}
