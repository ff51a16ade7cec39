package org.supercargo.access.key;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that is wanted.
 *
 * @param name 1 to 60 letters, digits and {@code . _ @ + -}, beginning with a letter or digit; no
 *     two keys have the same, not even when one is revoked, for the audit trail names keys by it
 * @param scopes at least one
 * @param accounts the carrier accounts it is for; null for all, also those to come
 * @param expiresAt UTC, in the future; null for never
 * @param perMinute 1 to 100,000 requests
 */
public record NewApiKey(
    String name,
    Set<Scope> scopes,
    @Nullable Set<Long> accounts,
    @Nullable Instant expiresAt,
    int perMinute) {}
