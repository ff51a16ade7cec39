package org.supercargo.query;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Ids in plain SQL. */
public final class Ids {
  private Ids() {}

  /** A column of ids, whichever number the driver answers. */
  public static List<Long> of(List<?> column) {
    return column.stream().map(id -> ((Number) id).longValue()).toList();
  }

  /** For {@code in}, written out: thousands of parameters cost more than what they are for. */
  public static String list(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }
}
