package org.supercargo.token;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** What plain SQL takes, and what the drivers answer, each in its own way. */
final class Columns {
  private Columns() {}

  static Instant instant(Object column) {
    return switch (column) {
      case OffsetDateTime moment -> moment.toInstant();
      case Timestamp moment -> moment.toInstant();
      default -> throw new IllegalStateException(column.getClass().getName());
    };
  }

  /** Written out: thousands of parameters cost more than what they are for. */
  static String list(List<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }
}
