package org.supercargo.shipping.location;

import org.jspecify.annotations.Nullable;

/**
 * Which locations to list. Null filters nothing; the text matches name, company or city anywhere,
 * in any case.
 *
 * @param first zero-based row
 */
public record LocationQuery(
    @Nullable String search,
    @Nullable Boolean active,
    Sort sort,
    boolean descending,
    int first,
    int size) {
  /** The columns one can sort by. */
  public enum Sort {
    NAME("l.nameKey"),
    CITY("l.city"),
    ACTIVE("l.active");

    final String path;

    Sort(String path) {
      this.path = path;
    }
  }

  /** All that may be shipped from, by name. */
  public static LocationQuery active(int size) {
    return new LocationQuery(null, true, Sort.NAME, false, 0, size);
  }
}
