package org.supercargo.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the living accounts, oldest first. Null filters nothing.
 *
 * @param id only accounts that came after this one; 0 from the first
 * @param among only these
 * @param number the whole number
 */
public record AccountsAfter(
    long id,
    @Nullable Set<Long> among,
    @Nullable String number,
    @Nullable AccountStatus status,
    int size) {}
