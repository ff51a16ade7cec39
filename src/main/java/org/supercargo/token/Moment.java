package org.supercargo.token;

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

/** One point of a grant's time line, written once. */
@Entity
@Table(name = "grant_event")
class Moment {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "grant_id")
  private long grantId;

  private Instant at;

  @Enumerated(EnumType.STRING)
  private GrantEvent.Kind kind;

  private int generation;

  /** For JPA only. */
  protected Moment() {
    this.at = Instant.EPOCH;
    this.kind = GrantEvent.Kind.ISSUED;
  }

  Moment(Grant grant, Instant at, GrantEvent.Kind kind) {
    this.grantId = grant.id();
    this.at = at;
    this.kind = kind;
    this.generation = grant.generation();
  }

  GrantEvent event() {
    return new GrantEvent(at, kind, generation);
  }
}
