package org.supercargo.account;

/** How far a trip to the consent pages has come. */
enum AttemptStage {
  /** The browser was sent away. */
  STARTED,
  /** Its state was presented and is used up; the code is being exchanged. */
  RETURNED,
  /** Tokens are kept as pending. */
  KEPT,
  CONNECTED,
  REGENERATED,
  WRONG_USER,
  REFUSED,
  /** Nobody came back in time. */
  ABANDONED
}
