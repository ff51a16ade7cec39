package org.supercargo.alert;

/** How an alert came to be over. */
public enum Closing {
  /** A person says so. */
  DONE,
  /** There are new tokens. */
  RENEWED,
  /** The carrier accepts again. */
  ACCEPTED,
  /** It is known after all. */
  FOUND_OUT,
  /** A later one says more. */
  REPLACED,
  /** The account was deleted. */
  DELETED
}
