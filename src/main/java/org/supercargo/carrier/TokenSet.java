package org.supercargo.carrier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier answers to a code or a refresh token.
 *
 * @param issuedAt when the carrier issued it, UTC, by the carrier's own clock
 * @param accessExpiresAt the access token's own end
 * @param refreshExpiresAt the refresh token's own end; null when the carrier does not tell it
 */
public record TokenSet(
    Secret accessToken,
    Secret refreshToken,
    Instant issuedAt,
    Instant accessExpiresAt,
    @Nullable Instant refreshExpiresAt) {}
