package org.supercargo.account;

import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Secret;

/**
 * What the browser brought back from the carrier, untrusted.
 *
 * @param error RFC 6749 error code, when the carrier sent one instead of a code
 */
public record Callback(
    @Nullable Secret state,
    @Nullable Secret code,
    @Nullable String error,
    @Nullable String errorDescription) {}
