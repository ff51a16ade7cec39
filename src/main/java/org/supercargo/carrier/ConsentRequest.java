package org.supercargo.carrier;

import org.jspecify.annotations.Nullable;

/**
 * One trip to the consent pages.
 *
 * @param state opaque, echoed by the carrier
 * @param verifier the PKCE code verifier, when the flow uses one
 */
public record ConsentRequest(Secret state, @Nullable Secret verifier) {}
