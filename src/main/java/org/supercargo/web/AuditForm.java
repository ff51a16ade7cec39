package org.supercargo.web;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditFilter;
import org.supercargo.audit.Outcome;

/** What the Audit page's boxes say. Its times are the user's. */
public class AuditForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable LocalDateTime from;
  private @Nullable LocalDateTime until;
  private @Nullable String actor;
  private @Nullable AuditAction action;
  private @Nullable Outcome outcome;
  private @Nullable String text;

  /** The last minute that is typed counts as a whole. */
  AuditFilter filter(ZoneId zone) {
    Instant end = until == null ? null : until.plusMinutes(1).atZone(zone).toInstant();
    Instant begin = from == null ? null : from.atZone(zone).toInstant();
    return new AuditFilter(begin, end, actor, action, outcome, null, text);
  }

  void clear() {
    from = null;
    until = null;
    actor = null;
    action = null;
    outcome = null;
    text = null;
  }

  public boolean isActive() {
    return !filter(ZoneId.of("UTC")).equals(AuditFilter.ALL);
  }

  public @Nullable LocalDateTime getFrom() {
    return from;
  }

  public void setFrom(@Nullable LocalDateTime from) {
    this.from = from;
  }

  public @Nullable LocalDateTime getUntil() {
    return until;
  }

  public void setUntil(@Nullable LocalDateTime until) {
    this.until = until;
  }

  public @Nullable String getActor() {
    return actor;
  }

  public void setActor(@Nullable String actor) {
    this.actor = actor;
  }

  public @Nullable AuditAction getAction() {
    return action;
  }

  public void setAction(@Nullable AuditAction action) {
    this.action = action;
  }

  public @Nullable Outcome getOutcome() {
    return outcome;
  }

  public void setOutcome(@Nullable Outcome outcome) {
    this.outcome = outcome;
  }

  public @Nullable String getText() {
    return text;
  }

  public void setText(@Nullable String text) {
    this.text = text;
  }
}
