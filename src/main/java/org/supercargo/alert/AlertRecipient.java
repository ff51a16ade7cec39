package org.supercargo.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Whom to tell about one account. */
@Entity
@Table(name = "alert_recipient")
class AlertRecipient {
  @Id
  @Column(name = "account_id")
  private long accountId;

  private String addresses;

  /** For JPA only. */
  protected AlertRecipient() {
    this(0, "");
  }

  AlertRecipient(long account, String addresses) {
    this.accountId = account;
    this.addresses = addresses;
  }

  String addresses() {
    return addresses;
  }
}
