package org.supercargo.custody;

/** The keys can't be had at the moment, whatever it is that they should open. */
public final class KeysAway extends NotOpened {
  private static final long serialVersionUID = 1L;

  KeysAway(String message) {
    super(message);
  }
}
