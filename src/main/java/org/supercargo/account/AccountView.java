package org.supercargo.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierMessage;

/**
 * Everything a person may see of one account, read-only. Times are UTC.
 *
 * @param siblings the other living numbers of the same UPS log-in
 * @param said the carrier's last words when it did not confirm the number
 * @param tokensWhy why the tokens are in the state they are in, when there is something to say
 */
public record AccountView(
    AccountRow row,
    AccountDetails details,
    Verification verification,
    @Nullable Boolean negotiatedRates,
    @Nullable CarrierMessage said,
    List<String> siblings,
    Instant createdAt,
    @Nullable Instant connectedAt,
    @Nullable Instant verifiedAt,
    @Nullable Instant tokensIssuedAt,
    @Nullable Instant tokensDieAt,
    @Nullable String tokensWhy,
    @Nullable Instant deletedAt) {}
