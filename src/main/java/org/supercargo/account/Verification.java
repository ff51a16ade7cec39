package org.supercargo.account;

/** Whether the carrier has confirmed that the connected log-in may use the account number. */
public enum Verification {
  /** Registered before OAuth: there is no grant to prove it with. */
  NO_OAUTH,
  /** Tokens are there, the carrier could not be asked yet. Not counted as connected. */
  NOT_VERIFIED,
  PROVEN,
  /** A later check found that the log-in does not hold the number. */
  NOT_HELD
}
