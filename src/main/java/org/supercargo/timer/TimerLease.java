package org.supercargo.timer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who may run a timer's job. The fence grows with every owner, so an old one can be told. */
@Entity
@Table(name = "timer_lease")
class TimerLease {
  @Id private String timer;
  private @Nullable String owner;

  @Column(name = "lease_until")
  private @Nullable Instant leaseUntil;

  private long fence;

  @Column(name = "last_due_done")
  private @Nullable Instant lastDueDone;

  /** For JPA only. */
  protected TimerLease() {
    this("");
  }

  TimerLease(String timer) {
    this.timer = timer;
  }

  /** A node works on it, as far as anybody can tell. */
  boolean isHeld(Instant now) {
    return owner != null && leaseUntil != null && leaseUntil.isAfter(now);
  }

  /** Its owner died: it neither gave the lease back nor prolonged it. */
  boolean isOrphaned(Instant now) {
    return owner != null && !isHeld(now);
  }

  /** The last run failed a short while ago. */
  boolean isResting(Instant now) {
    return owner == null && leaseUntil != null && leaseUntil.isAfter(now);
  }

  boolean isDone(Instant due) {
    return lastDueDone != null && !lastDueDone.isBefore(due);
  }

  boolean isOf(long holder) {
    return owner != null && fence == holder;
  }

  /** Answers the new owner's fence. */
  long take(String node, Instant until) {
    owner = node;
    leaseUntil = until;
    return ++fence;
  }

  /** A lane belongs to whoever has the timer. */
  void follow(String node, long holder) {
    owner = node;
    fence = holder;
  }

  void prolong(Instant until) {
    leaseUntil = until;
  }

  void free() {
    owner = null;
    leaseUntil = null;
  }

  /** Keeps a free lease from being taken for a night before {@code until}. */
  void rest(Instant until) {
    leaseUntil = until;
  }

  void done(Instant due) {
    lastDueDone = due;
  }
}
