package org.supercargo.account;

/** The database or the keys could not be had, although they were asked more than once. */
final class NotStoredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotStoredException(Throwable cause) {
    super("The database could not be written, or nothing be sealed", cause);
  }
}
