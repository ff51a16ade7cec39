package org.supercargo.token;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask the carrier for a new pair, by the database's clock. The fence grows with every
 * owner, so that what was asked later can be told from what was asked before.
 */
@Embeddable
class Lease {
  @Column(name = "lease_owner")
  private @Nullable String owner;

  @Column(name = "lease_until")
  private @Nullable Instant until;

  private long fence;

  /** For JPA, and for a grant that nobody has worked on. */
  protected Lease() {}

  boolean isHeldAt(Instant now) {
    return until != null && now.isBefore(until);
  }

  /** Its owner neither gave it back nor came to an end: what became of its request is not known. */
  boolean hasLapsedAt(Instant now) {
    return until != null && !now.isBefore(until);
  }

  boolean isOf(long mine) {
    return until != null && fence == mine;
  }

  /** Answers the new owner's fence. */
  long take(String node, Instant end) {
    owner = node;
    until = end;
    return ++fence;
  }

  void end() {
    owner = null;
    until = null;
  }
}
