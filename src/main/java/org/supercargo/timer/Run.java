package org.supercargo.timer;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of a job. Times are UTC; {@code endedAt} is null while it runs. */
public record Run(
    String timer,
    Instant dueAt,
    Instant startedAt,
    @Nullable Instant endedAt,
    String node,
    String startedBy,
    RunOutcome outcome,
    Map<String, Long> counts,
    @Nullable String detail) {}
