package org.supercargo.token;

import java.time.Instant;

/** One point of a grant's time line, UTC. */
public record GrantEvent(Instant at, Kind kind, int generation) {
  /** What happened. */
  public enum Kind {
    ISSUED,
    REFRESHED,
    REGENERATED,
    EXPIRING,
    UNCERTAIN,
    NEEDS_ATTENTION,
    ACCEPTED,
    NEEDS_CONSENT,
    EXPIRED,
    DELETED
  }
}
