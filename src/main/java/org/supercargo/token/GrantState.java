package org.supercargo.token;

/** Where a grant stands. */
public enum GrantState {
  /** Fresh from consent, waiting for an account number to be proven. */
  PENDING,
  ACTIVE,
  /** Dies soon unless used or regenerated. */
  EXPIRING,
  /** The carrier refuses its refresh token, or it must not be used until a person has looked. */
  NEEDS_CONSENT,
  EXPIRED,
  /** Tokens destroyed; the row stays for its history. */
  DELETED
}
