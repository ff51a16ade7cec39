package org.supercargo.token;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;

/** What the drivers answer to plain SQL, each in its own way. */
final class Columns {
  private Columns() {}

  static Instant instant(Object column) {
    return switch (column) {
      case OffsetDateTime moment -> moment.toInstant();
      case Timestamp moment -> moment.toInstant();
      default -> throw new IllegalStateException(column.getClass().getName());
    };
  }
}
