package org.supercargo.account;

/**
 * One word for the Status column, derived from the account's verification and its grant's state.
 */
public enum AccountStatus {
  CONNECTED,
  EXPIRING,
  EXPIRED,
  NOT_VERIFIED,
  NEEDS_CONSENT,
  UNCERTAIN,
  NEEDS_ATTENTION,
  NO_OAUTH,
  DELETED;

  /** Whether the carrier can be asked with it. */
  public boolean isUsable() {
    return this == CONNECTED || this == EXPIRING || this == UNCERTAIN || this == NEEDS_ATTENTION;
  }
}
