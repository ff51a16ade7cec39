package org.supercargo.audit;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of the trail, as shown. {@code at} is UTC; {@code address} is null for timers. */
public record AuditEntryView(
    long id,
    Instant at,
    String actor,
    @Nullable String address,
    AuditAction action,
    String subject,
    @Nullable Long accountId,
    Outcome outcome,
    @Nullable String detail)
    implements Serializable {}
