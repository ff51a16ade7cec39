package org.supercargo.carrier;

import org.jspecify.annotations.Nullable;

/**
 * What the browser brought back.
 *
 * @param verifier the PKCE code verifier of the same attempt, when the flow uses one
 */
public record AuthorizationCode(Secret code, @Nullable Secret verifier) {}
