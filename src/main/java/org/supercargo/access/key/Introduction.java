package org.supercargo.access.key;

/** What came of a caller's showing who it is. */
public sealed interface Introduction {
  record Welcome(Caller caller) implements Introduction {}

  /** Nothing was shown. */
  record Missing() implements Introduction {}

  /**
   * Something was shown that lets nobody in.
   *
   * @param why for whoever holds the credential; says nothing to one who guesses
   */
  record Refused(String why) implements Introduction {}

  /** The identity provider's keys can't be read now. */
  record Unsure() implements Introduction {}
}
