package org.supercargo.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The vault's row as far as lists of accounts need it; never written from here. */
@Entity
@SuppressWarnings("UnusedVariable")
@Table(name = "carrier_grant")
class GrantLife {
  @Id private long id;
  private String state = "";

  @Column(name = "dies_at")
  private Instant diesAt = Instant.EPOCH;

  protected GrantLife() {}
}
