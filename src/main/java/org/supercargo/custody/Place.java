package org.supercargo.custody;

import java.nio.charset.StandardCharsets;

/**
 * Where a sealed value lives. It opens nowhere else: not in another row, field or generation.
 *
 * @param row the row's own key, free of {@code |}
 */
public record Place(String table, String row, String field, int generation) {
  byte[] associatedData() {
    return String.join("|", table, row, field, Integer.toString(generation))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** For messages. */
  String words() {
    return "%s %s, %s".formatted(table, row, field);
  }
}
