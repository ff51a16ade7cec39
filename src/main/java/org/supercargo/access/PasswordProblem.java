package org.supercargo.access;

/** Why a password is not taken. */
public enum PasswordProblem {
  TOO_SHORT,
  TOO_LONG,
  LIKE_THE_NAME,
  COMMON,
  UNCHANGED,
  /** The present password was typed wrong. */
  PRESENT_WRONG,
  /** The present password was typed wrong too often; wait. */
  TOO_OFTEN
}
