package org.supercargo.timer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a run did, as it is stored: {@code expired=2;expiring=1}. */
final class Counts {
  private static final int LONGEST = 1000;

  private Counts() {}

  static String text(Map<String, Long> counts) {
    String text =
        counts.entrySet().stream()
            .map(count -> count.getKey() + "=" + count.getValue())
            .collect(Collectors.joining(";"));
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("Too many counts: " + counts.size());
    }
    return text;
  }

  /** What was done in words, leaving out what there was none of. */
  static String words(Map<String, Long> counts) {
    String words =
        counts.entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(count -> count.getKey() + " " + count.getValue())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "nothing to do" : words;
  }

  static Map<String, Long> read(@Nullable String text) {
    Map<String, Long> counts = new LinkedHashMap<>();
    if (text != null && !text.isEmpty()) {
      Arrays.stream(text.split(";"))
          .map(count -> count.split("=", 2))
          .forEach(count -> counts.put(count[0], Long.valueOf(count[1])));
    }
    return counts;
  }
}
