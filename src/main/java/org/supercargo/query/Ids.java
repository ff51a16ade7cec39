package org.supercargo.query;

import java.util.Collection;
import java.util.List;

/** Ids in SQL. */
public final class Ids {
  private Ids() {}

  /** A column of ids, whichever number the driver answers. */
  public static List<Long> of(List<?> column) {
    return column.stream().map(id -> ((Number) id).longValue()).toList();
  }

  /**
   * For {@code = any(?)}, one parameter. Thousands of ids written out are parsed and planned anew
   * each time, which takes longer than to change their rows.
   */
  public static Long[] array(Collection<Long> ids) {
    return ids.toArray(Long[]::new);
  }
}
