package org.supercargo.access.key;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key as it may be shown. Times are UTC.
 *
 * @param prefix how the key itself begins, to recognise it by
 * @param accounts the carrier accounts it is for; null for all of them
 * @param perMinute how many requests a minute it may make, all nodes together
 */
public record ApiKeyView(
    long id,
    String name,
    String prefix,
    Set<Scope> scopes,
    @Nullable Set<Long> accounts,
    int perMinute,
    Instant createdAt,
    String createdBy,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable String revokedBy,
    @Nullable Instant usedAt)
    implements Serializable {
  /** ACTIVE, EXPIRED or REVOKED. */
  public String state(Instant now) {
    if (revokedAt != null) {
      return "REVOKED";
    }
    return expiresAt != null && !now.isBefore(expiresAt) ? "EXPIRED" : "ACTIVE";
  }
}
