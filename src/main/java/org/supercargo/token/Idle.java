package org.supercargo.token;

import java.time.Instant;

/**
 * A grant that nobody has used for long.
 *
 * @param diesAt when the refresh token ends if nothing is done, UTC
 */
public record Idle(long grant, int generation, Instant diesAt) {}
