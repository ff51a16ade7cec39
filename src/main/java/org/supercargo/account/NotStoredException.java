package org.supercargo.account;

/** The database could not be written, although it was asked more than once. */
final class NotStoredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotStoredException(Throwable cause) {
    super("The database could not be written", cause);
  }
}
