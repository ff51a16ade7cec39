package org.supercargo.token;

/** The carrier gave a new pair, and the database could not be written before the lease ran out. */
final class NotStored extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotStored(RuntimeException cause) {
    super("new tokens could not be stored", cause);
  }
}
