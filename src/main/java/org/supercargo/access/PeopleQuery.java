package org.supercargo.access;

import org.jspecify.annotations.Nullable;

/**
 * Which people to list. Null filters nothing; the name matches anywhere, in any case.
 *
 * @param first zero-based row
 */
public record PeopleQuery(
    @Nullable String name,
    @Nullable Role role,
    @Nullable Boolean active,
    Sort sort,
    boolean descending,
    int first,
    int size) {
  /** The columns one can sort by. */
  public enum Sort {
    NAME("p.name"),
    ROLE("p.role"),
    ACTIVE("p.active"),
    CREATED_AT("p.createdAt"),
    SIGNED_IN_AT("p.signedInAt");

    final String path;

    Sort(String path) {
      this.path = path;
    }
  }
}
