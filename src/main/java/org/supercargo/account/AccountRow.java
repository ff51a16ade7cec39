package org.supercargo.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the Carrier Registration table. Times are UTC.
 *
 * @param oauth whether a grant is there and proven for the number
 * @param daysLeft whole days until the tokens die without use, never negative; null without a grant
 */
public record AccountRow(
    long id,
    String carrier,
    String number,
    String nickname,
    String company,
    boolean oauth,
    AccountStatus status,
    @Nullable Long daysLeft,
    @Nullable Instant usedAt,
    @Nullable String connectedBy) {}
