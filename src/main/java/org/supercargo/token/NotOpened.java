package org.supercargo.token;

/**
 * Something sealed can't be opened, or nothing can be sealed: the key set is missing, lacks the
 * key, or the ciphertext is not where it belongs. The message is for operators and holds no secret.
 */
final class NotOpened extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotOpened(String message) {
    super(message);
  }
}
