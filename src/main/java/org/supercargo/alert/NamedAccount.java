package org.supercargo.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An account's row as far as an alert names it; never written from here. */
@Entity
@SuppressWarnings("UnusedVariable")
@Table(name = "carrier_account")
class NamedAccount {
  @Id private long id;

  @Column(name = "grant_id")
  private @Nullable Long grantId;

  @Column(name = "live_key")
  private @Nullable String liveKey;

  private String number = "";
  private String nickname = "";
  private String company = "";

  protected NamedAccount() {}

  long id() {
    return id;
  }

  long grant() {
    return grantId == null ? 0 : grantId;
  }

  AlertedAccount view() {
    return new AlertedAccount(id, number, nickname, company);
  }
}
