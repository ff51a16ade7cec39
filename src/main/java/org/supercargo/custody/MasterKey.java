package org.supercargo.custody;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of one master key. The key itself is nowhere in the database. */
@Entity
@Table(name = "master_key")
class MasterKey {
  @Id private String id;

  /** True for one, null for all others, so that the database lets no second one seal. */
  private @Nullable Boolean seals;

  @Column(name = "seen_at")
  private Instant seenAt;

  @Column(name = "promoted_at")
  private @Nullable Instant promotedAt;

  @Column(name = "replaced_at")
  private @Nullable Instant replacedAt;

  @Column(name = "retired_at")
  private @Nullable Instant retiredAt;

  /** For JPA only. */
  protected MasterKey() {
    this("", Instant.EPOCH);
  }

  MasterKey(String id, Instant now) {
    this.id = id;
    this.seenAt = now;
  }

  String id() {
    return id;
  }

  KeyState state() {
    if (seals != null) {
      return KeyState.SEALING;
    }
    if (promotedAt == null) {
      return KeyState.SPREADING;
    }
    return retiredAt == null ? KeyState.OPENING : KeyState.RETIRED;
  }

  void seals(Instant now) {
    seals = true;
    promotedAt = now;
  }

  void replaced(Instant now) {
    seals = null;
    replacedAt = now;
  }

  void retired(Instant now) {
    retiredAt = now;
  }

  /** When it came into its present state. */
  Instant since() {
    return switch (state()) {
      case SPREADING -> seenAt;
      case SEALING -> or(promotedAt);
      case OPENING -> or(replacedAt);
      case RETIRED -> or(retiredAt);
    };
  }

  private Instant or(@Nullable Instant moment) {
    return moment == null ? seenAt : moment;
  }
}
