package org.supercargo.token;

/** What came of keeping an idle grant alive. */
public enum Kept {
  /** It has new tokens. */
  REFRESHED,
  /** Somebody else came first. */
  USED_MEANWHILE,
  /** The day's budget of refreshes is spent. */
  OVER_BUDGET,
  /** The carrier could not be asked. */
  CARRIER_AWAY,
  /** The carrier's answer was lost, or is still awaited. */
  UNCERTAIN,
  /** The carrier says that the refresh token is dead. */
  REVOKED,
  /** The carrier said no, and did not say that the refresh token is dead. */
  REFUSED,
  /** Something broke here; the log knows. */
  FAILED
}
