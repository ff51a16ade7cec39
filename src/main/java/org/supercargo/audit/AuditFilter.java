package org.supercargo.audit;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the trail; null means any.
 *
 * @param from the first moment, UTC
 * @param until the moment after the last, UTC
 * @param actor part of the name of who did it, any case
 * @param text part of subject, detail or address, any case
 */
public record AuditFilter(
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable String actor,
    @Nullable AuditAction action,
    @Nullable Outcome outcome,
    @Nullable Long accountId,
    @Nullable String text)
    implements Serializable {
  public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null);

  static AuditFilter ofAccount(long accountId) {
    return new AuditFilter(null, null, null, null, null, accountId, null);
  }
}
