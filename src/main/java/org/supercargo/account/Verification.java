package org.supercargo.account;

/** Whether the carrier has confirmed that the connected log-in may use the account number. */
public enum Verification {
  /** Registered before OAuth: there is no grant to prove it with. */
  NO_OAUTH("without OAuth"),
  /** Tokens are there, the carrier could not be asked yet. Not counted as connected. */
  NOT_VERIFIED("not verified"),
  PROVEN("proven"),
  /** A later check found that the log-in does not hold the number. */
  NOT_HELD("not held by this log-in");

  private final String words;

  Verification(String words) {
    this.words = words;
  }

  /** For the audit trail. */
  String words() {
    return words;
  }
}
