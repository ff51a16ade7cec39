package org.supercargo.access;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person as shown. Times are UTC; {@code signedInAt} is null before the first time. */
public record PersonView(
    long id,
    String name,
    Role role,
    boolean active,
    boolean mustChangePassword,
    Instant createdAt,
    @Nullable Instant signedInAt)
    implements Serializable {}
