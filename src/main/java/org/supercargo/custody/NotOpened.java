package org.supercargo.custody;

/**
 * Something sealed can't be opened, or nothing can be sealed: a key is missing or can't be had, or
 * the ciphertext is not where it belongs. The message is for operators and holds no secret.
 */
public sealed class NotOpened extends RuntimeException permits KeysAway {
  private static final long serialVersionUID = 1L;

  public NotOpened(String message) {
    super(message);
  }
}
