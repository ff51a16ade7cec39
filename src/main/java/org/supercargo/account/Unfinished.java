package org.supercargo.account;

import java.time.Instant;

/**
 * A registration whose consent is given and whose account is not entered yet.
 *
 * @param until when its tokens are destroyed
 */
public record Unfinished(long attempt, Instant until) {}
