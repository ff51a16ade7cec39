package org.supercargo.carrier;

import java.time.Instant;

/**
 * An access token and how long it holds.
 *
 * @param generation which of its grant's pairs it belongs to; 1 is the first
 */
public record Credentials(Secret accessToken, Instant expiresAt, int generation) {}
