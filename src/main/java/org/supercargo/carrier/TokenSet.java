package org.supercargo.carrier;

import java.time.Instant;

/**
 * What a carrier answers to a code or a refresh token. Both ends are instants of our own clock,
 * never later than the carrier's.
 *
 * @param issuedAt when the carrier issued it, UTC, by the carrier's own clock
 * @param accessExpiresAt the access token's own end
 * @param refreshExpiresAt the refresh token's own end, or the end of the carrier's inactivity
 *     policy where the answer does not tell
 */
public record TokenSet(
    Secret accessToken,
    Secret refreshToken,
    Instant issuedAt,
    Instant accessExpiresAt,
    Instant refreshExpiresAt) {}
