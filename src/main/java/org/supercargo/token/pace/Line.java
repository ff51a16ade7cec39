package org.supercargo.token.pace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierMessage;

/**
 * The one line to a carrier. Questions leave it evenly; after failures it pauses, longer each time,
 * and from the third on lets one question at a time through, until one is answered.
 */
@Entity
@Table(name = "carrier_line")
class Line {
  /** Nobody is told to wait longer for his slot; he is sent away instead. */
  private static final Duration LONGEST_QUEUE = Duration.ofSeconds(10);

  /** What a line that was idle may let through at once. */
  private static final Duration SLACK = Duration.ofSeconds(1);

  private static final int OPENS_AT = 3;
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** Another grant's question may be one that can be asked; a second keeps it from a race. */
  private static final Duration AFTER_UNUSED = Duration.ofSeconds(1);

  @Id private String carrier;

  @Column(name = "next_at")
  private Instant nextAt;

  @Column(name = "paused_until")
  private Instant pausedUntil;

  @Column(name = "asked_on")
  private String day;

  private int asked;
  private int failures;

  @Column(name = "refused_since")
  private @Nullable Instant refusedSince;

  @Column(name = "refused_why")
  private @Nullable String refusedWhy;

  /** For JPA only. */
  protected Line() {
    this("");
  }

  Line(String carrier) {
    this.carrier = carrier;
    this.nextAt = Instant.EPOCH;
    this.pausedUntil = Instant.EPOCH;
    this.day = "";
  }

  Permit ask(Instant now, Budget budget, boolean background, Duration longestCall) {
    turnDay(now);
    Instant tomorrow = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    if (budget.isSpent(asked, background)) {
      String words = "The day's budget of renewals at the carrier is spent.";
      return new Permit.Closed(new CarrierMessage("", words), tomorrow, true);
    }
    Instant slot = latest(now, nextAt, pausedUntil);
    if (slot.isAfter(now.plus(LONGEST_QUEUE)) || (isOpen() && pausedUntil.isAfter(now))) {
      return closed(slot);
    }
    asked++;
    boolean probe = isOpen();
    if (probe) {
      pausedUntil = slot.plus(longestCall);
    } else {
      Instant earliest = failures > 0 ? slot : now.minus(SLACK);
      Instant from = latest(nextAt, earliest);
      nextAt = from.plusNanos(Duration.ofSeconds(1).toNanos() / budget.perSecond());
    }
    return new Permit.Go(carrier, slot, failures > 0 || refusedSince != null, probe);
  }

  /** Whether trouble came up after that permit was given. */
  boolean hasClosedFor(Permit.Go go, Instant now) {
    return !go.probe() && pausedUntil.isAfter(now);
  }

  /** Nobody was asked with that permit. What others have closed since stays closed. */
  void unused(Instant now, Permit.Go go, Duration longestCall) {
    turnDay(now);
    asked = Math.max(0, asked - 1);
    Instant closedByIt = go.at().plus(longestCall).truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
    if (go.probe() && !pausedUntil.isAfter(closedByIt)) {
      pausedUntil = Collections.min(List.of(pausedUntil, now.plus(AFTER_UNUSED)));
    }
  }

  Permit.Closed closed() {
    return closed(pausedUntil);
  }

  /** Whether the carrier had refused the application until now. */
  boolean succeeded(Instant now) {
    boolean wasRefused = refusedSince != null;
    if (failures > 0 || wasRefused) {
      nextAt = now;
      pausedUntil = now;
    }
    failures = 0;
    refusedSince = null;
    refusedWhy = null;
    return wasRefused;
  }

  /**
   * Failures that come in while it already pauses are of the same trouble, and do not count again.
   *
   * @param jitter from 0.5 to 1.5, so that nodes and installations do not march in step
   */
  void failed(Instant now, Optional<Instant> retryAt, boolean probe, double jitter) {
    if (failures == 0 || probe || !pausedUntil.isAfter(now)) {
      failures++;
    }
    long pause = SHORTEST_PAUSE.toMillis() << Math.min(failures - 1, 10);
    long jittered = (long) (Math.min(pause, LONGEST_PAUSE.toMillis()) * jitter);
    Instant until = latest(now.plusMillis(jittered), retryAt.orElse(now));
    // A probe had closed the line for as long as it might take; it has ended.
    pausedUntil = probe ? until : latest(pausedUntil, until);
  }

  /** Whether that is news. */
  boolean refused(Instant now, CarrierMessage said) {
    boolean news = refusedSince == null;
    failures = Math.max(failures, OPENS_AT);
    pausedUntil = now.plus(LONGEST_PAUSE);
    if (news) {
      refusedSince = now;
      String text = said.text();
      refusedWhy = text.substring(0, Math.min(500, text.length()));
    }
    return news;
  }

  Optional<Alarm> alarm() {
    Instant since = refusedSince;
    return since == null
        ? Optional.empty()
        : Optional.of(new Alarm(carrier, since, refusedWhy == null ? "" : refusedWhy));
  }

  /** Whether the carrier failed so often that one question at a time is let through, or none. */
  boolean isOpen() {
    return failures >= OPENS_AT;
  }

  String carrier() {
    return carrier;
  }

  private static Instant latest(Instant... moments) {
    return Stream.of(moments).max(Comparator.naturalOrder()).orElseThrow();
  }

  private void turnDay(Instant now) {
    String today = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
    if (!today.equals(day)) {
      day = today;
      asked = 0;
    }
  }

  private Permit.Closed closed(Instant until) {
    return new Permit.Closed(new CarrierMessage("", words()), until, false);
  }

  private String words() {
    if (refusedWhy != null) {
      return refusedWhy;
    }
    return failures > 0
        ? "The carrier has a disturbance; it is asked again in a while."
        : "More renewals are waiting at the carrier than its budget allows.";
  }
}
