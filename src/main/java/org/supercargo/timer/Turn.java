package org.supercargo.timer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supercargo.audit.Actor;

/**
 * One run as its holder knows it.
 *
 * @param due the night it stands for; null when a person started it
 */
record Turn(String timer, long fence, long run, @Nullable Instant due, Actor startedBy) {}
