package org.supercargo.token;

/** Where a grant stands. How it gets from one to another is told by {@link GrantChange} alone. */
public enum GrantState {
  /** Fresh from consent, waiting for an account number to be proven. */
  PENDING,
  ACTIVE,
  /** Dies soon unless used or regenerated. */
  EXPIRING,
  /** A refresh was sent and its answer lost: nobody knows whether the refresh token still lives. */
  UNCERTAIN,
  /** The carrier refuses calls with a token that it has just issued. */
  NEEDS_ATTENTION,
  /** The carrier no longer takes the refresh token; the access token may last a little longer. */
  NEEDS_CONSENT,
  EXPIRED,
  /** Tokens destroyed; the row stays for its history. */
  DELETED
}
