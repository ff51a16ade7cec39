package org.supercargo.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One e-mail of one alert to one recipient: waits until the mail server has taken it. */
@Entity
@Table(name = "alert_mail")
class AlertMail {
  private static final int LONGEST = 500;

  /** Whether it is still to be sent. */
  enum State {
    WAITING,
    SENT,
    /** Its alert was over before it could be sent. */
    DROPPED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "alert_id")
  private long alertId;

  private String address = "";

  @Enumerated(EnumType.STRING)
  private State state = State.WAITING;

  private int attempts;

  @Column(name = "next_at")
  private Instant nextAt = Instant.EPOCH;

  @Column(name = "lease_until")
  private @Nullable Instant leaseUntil;

  private long fence;

  @Column(name = "sent_at")
  private @Nullable Instant sentAt;

  private @Nullable String why;

  /** For JPA only. */
  protected AlertMail() {}

  AlertMail(long alert, String address, Instant now) {
    this.alertId = alert;
    this.address = address;
    this.nextAt = now;
  }

  long id() {
    return java.util.Objects.requireNonNull(id);
  }

  long alert() {
    return alertId;
  }

  String address() {
    return address;
  }

  int attempts() {
    return attempts;
  }

  boolean isOf(long mine) {
    return state == State.WAITING && fence == mine;
  }

  /** Answers the holder's fence. */
  long take(Instant until) {
    leaseUntil = until;
    attempts++;
    return ++fence;
  }

  void sent(Instant now) {
    state = State.SENT;
    sentAt = now;
    leaseUntil = null;
    why = null;
  }

  void failed(String words, Instant next) {
    nextAt = next;
    leaseUntil = null;
    why = words.substring(0, Math.min(words.length(), LONGEST));
  }

  void drop() {
    state = State.DROPPED;
    leaseUntil = null;
  }

  MailSummary summary() {
    return switch (state) {
      case SENT -> new MailSummary(1, 0, null, null);
      case WAITING -> new MailSummary(0, 1, nextAt, why);
      case DROPPED -> MailSummary.NONE;
    };
  }
}
