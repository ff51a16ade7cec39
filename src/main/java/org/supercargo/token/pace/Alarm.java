package org.supercargo.token.pace;

import java.time.Instant;

/**
 * The carrier refuses the application itself; no account is to blame.
 *
 * @param since UTC
 */
public record Alarm(String carrier, Instant since, String why) {}
