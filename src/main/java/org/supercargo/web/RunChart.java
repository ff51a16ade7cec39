package org.supercargo.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.supercargo.timer.Run;

/** The runs of a timer as a stacked bar chart, in Chart.js' own JSON. */
final class RunChart {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> LIGHT =
      List.of("#0b5cad", "#b45309", "#b3261e", "#2e6b1f", "#6d28d9", "#0f766e", "#4a5568");
  private static final List<String> DARK =
      List.of("#90caf9", "#fbbf24", "#f48fb1", "#a5d6a7", "#c4b5fd", "#80cbc4", "#cbd5e1");

  private final List<Run> runs;
  private final ResourceBundle words;
  private final boolean dark;

  RunChart(List<Run> oldestFirst, ResourceBundle words, boolean dark) {
    this.runs = oldestFirst;
    this.words = words;
    this.dark = dark;
  }

  /** The bundle's word for a count, or its own name for one that came with a newer release. */
  static String word(ResourceBundle words, String count) {
    return wordOr(words, "timers.count." + count, count);
  }

  static String wordOr(ResourceBundle words, String key, String otherwise) {
    return words.containsKey(key) ? words.getString(key) : otherwise;
  }

  /** Nothing was counted in any run: axes alone would look broken. */
  boolean isEmpty() {
    return counts().isEmpty();
  }

  String json(Function<Instant, String> day) {
    List<String> labels = runs.stream().map(run -> day.apply(run.dueAt())).toList();
    Map<String, Object> data = Map.of("labels", labels, "datasets", bars());
    try {
      return JSON.writeValueAsString(Map.of("type", "bar", "data", data, "options", options()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private List<Map<String, Object>> bars() {
    List<String> colours = dark ? DARK : LIGHT;
    List<Map<String, Object>> bars = new ArrayList<>();
    for (String count : counts()) {
      List<Long> values = runs.stream().map(run -> run.counts().getOrDefault(count, 0L)).toList();
      String colour = colours.get(bars.size() % colours.size());
      bars.add(Map.of("label", word(words, count), "backgroundColor", colour, "data", values));
    }
    return bars;
  }

  private Set<String> counts() {
    return runs.stream()
        .flatMap(run -> run.counts().entrySet().stream())
        .filter(count -> count.getValue() > 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Map<String, Object> options() {
    String ink = dark ? "#dfe5ec" : "#343a40";
    Map<String, Object> legend = Map.of("position", "bottom", "labels", Map.of("color", ink));
    return Map.of(
        "maintainAspectRatio",
        false,
        "animation",
        false,
        "plugins",
        Map.of("legend", legend),
        "scales",
        Map.of("x", axis(ink), "y", axis(ink)));
  }

  private Map<String, Object> axis(String ink) {
    return Map.of(
        "stacked",
        true,
        "beginAtZero",
        true,
        "grid",
        Map.of("color", dark ? "#304562" : "#dee2e6"),
        "ticks",
        Map.of("color", ink, "precision", 0));
  }
}
