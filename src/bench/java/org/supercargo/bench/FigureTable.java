package org.supercargo.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, beside the peer's figure of the same run. */
final class FigureTable {
  private final String suite;
  private final List<Figure> figures = new ArrayList<>();

  FigureTable(String suite) {
    this.suite = suite;
  }

  /**
   * One row.
   *
   * @param ratio ours by the peer's; null where there is none or it would say nothing
   */
  record Figure(
      String name, double ours, Double peer, Double ratio, String unit, String goal, boolean met) {}

  void atLeast(String name, double ours, double peer, String unit, double goal) {
    add(name, ours, peer, ours / peer, unit, "≥ " + goal + " × peer", ours / peer >= goal);
  }

  void atMost(String name, double ours, double peer, String unit, double goal) {
    add(name, ours, peer, ours / peer, unit, "≤ " + goal + " × peer", ours / peer <= goal);
  }

  /** The peer's is told for comparison only. */
  void exactly(String name, double ours, Double peer, String unit, double goal) {
    add(name, ours, peer, null, unit, "= " + goal, ours == goal);
  }

  void below(String name, double ours, Double peer, String unit, double goal) {
    add(name, ours, peer, null, unit, "< " + goal, ours < goal);
  }

  /** Nobody has an aim for it. */
  void told(String name, double ours, Double peer, String unit) {
    add(name, ours, peer, peer == null ? null : ours / peer, unit, "none", true);
  }

  private void add(
      String name, double ours, Double peer, Double ratio, String unit, String goal, boolean met) {
    Figure figure = new Figure(name, rounded(ours), rounded(peer), rounded(ratio), unit, goal, met);
    figures.add(figure);
    System.out.println(line(figure));
  }

  void publish(Path folder) throws IOException {
    System.out.printf(
        "%n%d cores, JDK %s, load %.1f when it ended%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    System.out.printf(
        "%-74s %14s %14s %10s  %-12s %-16s %s%n",
        "figure", "ours", "peer", "ratio", "unit", "goal", "met");
    figures.forEach(figure -> System.out.println(line(figure)));
    Path file = Files.createDirectories(folder.resolve("bench")).resolve(suite + ".json");
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
    System.out.println("written to " + file);
  }

  private static String line(Figure figure) {
    return "%-74s %14s %14s %10s  %-12s %-16s %s"
        .formatted(
            figure.name,
            text(figure.ours),
            text(figure.peer),
            text(figure.ratio),
            figure.unit,
            figure.goal,
            figure.met ? "yes" : "NO");
  }

  private static String text(Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%,.2f", value);
  }

  private static Double rounded(Double value) {
    return value == null ? null : Math.round(value * 1_000) / 1_000.0;
  }
}
