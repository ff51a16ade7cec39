package org.supercargo.simulator.state;

import java.time.Instant;
import java.util.Optional;

/** What an authorization code is bound to. */
public record Code(
    String clientId, String redirectUri, Optional<String> challenge, String user, Instant until) {}
