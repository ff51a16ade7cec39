package org.supercargo.simulator.state;

import java.time.Instant;

/** A fresh pair, in clear for the one answer that carries it. */
public record Tokens(
    String clientId,
    String access,
    String refresh,
    Instant issuedAt,
    Life life,
    int refreshCount) {}
