package org.supercargo.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grant as others may see it: times only, all UTC.
 *
 * @param generation counts the pairs this grant has held; 1 is the first
 * @param why what the carrier or the vault has to say about the state, for people
 * @param diesAt when the refresh token ends if it is not used before
 */
public record GrantView(
    long id,
    GrantState state,
    int generation,
    String connectedBy,
    Instant issuedAt,
    Instant accessExpiresAt,
    Instant diesAt,
    @Nullable Instant refreshedAt,
    @Nullable Instant usedAt,
    @Nullable String why) {}
