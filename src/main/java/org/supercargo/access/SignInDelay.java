package org.supercargo.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How often a name or an address was wrong of late, and until when it has to wait for that. */
@Entity
@Table(name = "sign_in_delay")
class SignInDelay {
  static final int FREE = 5;
  static final Duration FIRST = Duration.ofMinutes(1);
  static final Duration LONGEST = Duration.ofMinutes(15);

  /** After this long without a wrong password all is forgotten. */
  static final Duration MEMORY = Duration.ofHours(1);

  @Id private String subject = "";

  private int failures;

  @Column(name = "failed_at")
  private Instant failedAt = Instant.EPOCH;

  @Column(name = "blocked_until")
  private @Nullable Instant blockedUntil;

  /** For JPA only. */
  protected SignInDelay() {}

  SignInDelay(String subject) {
    this.subject = subject;
  }

  /** Until when to wait; empty when one may try. */
  Optional<Instant> blockedUntil(Instant now) {
    return Optional.ofNullable(blockedUntil).filter(now::isBefore);
  }

  /** Counts a wrong password: the fifth costs a minute, each further one twice as long. */
  void count(Instant now) {
    failures = failedAt.plus(MEMORY).isBefore(now) ? 1 : Math.min(failures, 1_000) + 1;
    failedAt = now;
    blockedUntil = failures < FREE ? null : now.plus(delay(failures));
  }

  private static Duration delay(int failures) {
    Duration growing = FIRST.multipliedBy(1L << Math.min(failures - FREE, 10));
    return growing.compareTo(LONGEST) < 0 ? growing : LONGEST;
  }
}
