package org.supercargo.shipping;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a shipment has to be looked after next, and which of two nodes took it up later. */
@Embeddable
class Watch {
  /** An answer that was lost is looked for soon: whoever shipped is still there. */
  private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration SOON_AFTER = Duration.ofHours(1);
  private static final Duration DAY_AFTER = Duration.ofDays(1);

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  /** An answer was lost at some time. */
  private boolean doubted;

  private int looks;
  private long fence;

  /** For JPA. */
  protected Watch() {}

  static Watch until(Instant dueAt) {
    Watch watch = new Watch();
    watch.dueAt = dueAt;
    return watch;
  }

  /** A node takes it up; another one may when that time is over. Answers the new fence. */
  long claim(Instant until) {
    dueAt = until;
    return ++fence;
  }

  boolean isOf(long mine) {
    return fence == mine;
  }

  boolean isDueAt(Instant now) {
    return dueAt != null && !dueAt.isAfter(now);
  }

  boolean isDoubted() {
    return doubted;
  }

  /** Its answer is lost. */
  void doubt(Instant now) {
    doubted = true;
    dueAt = now.plus(FIRST_LOOK);
  }

  /** From now on as if it had never been looked for. */
  void begin(Instant due) {
    looks = 0;
    dueAt = due;
  }

  /** A little later each time. */
  void postpone(Instant now) {
    Duration pause = FIRST_LOOK.multipliedBy(1L << Math.min(looks, 10));
    looks++;
    dueAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
  }

  void end() {
    dueAt = null;
  }

  /**
   * Whatever had an answer lost is looked for two times more once its end is known, in case another
   * one was made; what had none is not.
   *
   * @param known when its end became known; null as long as it is not
   */
  void rest(@Nullable Instant known, Instant now) {
    if (!doubted || known == null) {
      dueAt = null;
      return;
    }
    Instant soon = known.plus(SOON_AFTER);
    Instant last = known.plus(DAY_AFTER);
    dueAt = now.isBefore(soon) ? soon : now.isBefore(last) ? last : null;
  }

  long fence() {
    return fence;
  }
}
