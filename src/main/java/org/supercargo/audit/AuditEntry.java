package org.supercargo.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One deed, written once. */
@Entity
@Table(name = "audit_entry")
class AuditEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(updatable = false)
  private Instant at;

  @Column(updatable = false)
  private String actor;

  @Column(updatable = false)
  private @Nullable String address;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private AuditAction action;

  @Column(updatable = false)
  private String subject;

  @Column(name = "account_id", updatable = false)
  private @Nullable Long accountId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Outcome outcome;

  @Column(updatable = false)
  private @Nullable String detail;

  /** For JPA only. */
  protected AuditEntry() {
    this(Instant.EPOCH, new Actor("", null), AuditAction.EXPORTED, Outcome.DONE, "", null, null);
  }

  AuditEntry(
      Instant at,
      Actor who,
      AuditAction action,
      Outcome outcome,
      String subject,
      @Nullable Long accountId,
      @Nullable String detail) {
    this.at = at;
    this.actor = plain(who.name(), 80);
    this.address = plainOrNull(who.address(), 64);
    this.action = action;
    this.outcome = outcome;
    this.subject = plain(subject, 200);
    this.accountId = accountId;
    this.detail = plainOrNull(detail, 1_000);
  }

  @PreUpdate
  @PreRemove
  void refuse() {
    throw new IllegalStateException("The audit trail is append-only");
  }

  /** One line that says what it seems to say: no line breaks, no text direction tricks. */
  static String plain(String text, int most) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ").strip();
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
  }

  private static @Nullable String plainOrNull(@Nullable String text, int most) {
    return text == null ? null : plain(text, most);
  }
}
