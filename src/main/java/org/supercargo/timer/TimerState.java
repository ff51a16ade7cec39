package org.supercargo.timer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A timer as shown: when it runs next and how it went last. Times are UTC. */
public record TimerState(String timer, Instant nextDue, @Nullable Run last, boolean running) {}
