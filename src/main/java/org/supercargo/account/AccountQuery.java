package org.supercargo.account;

import org.jspecify.annotations.Nullable;

/**
 * What to list, page by page. Null filters nothing; texts match anywhere, ignoring case.
 *
 * @param search matches number, nickname or company
 * @param first zero-based row
 */
public record AccountQuery(
    @Nullable String search,
    @Nullable String number,
    @Nullable String nickname,
    @Nullable String company,
    @Nullable String connectedBy,
    @Nullable Boolean oauth,
    @Nullable AccountStatus status,
    Sort sort,
    boolean descending,
    int first,
    int size) {
  /** The columns one can sort by. */
  public enum Sort {
    CARRIER,
    NUMBER,
    NICKNAME,
    COMPANY,
    OAUTH,
    STATUS,
    DAYS_LEFT,
    USED_AT,
    CONNECTED_BY
  }
}
