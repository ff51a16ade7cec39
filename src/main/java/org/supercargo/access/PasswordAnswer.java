package org.supercargo.access;

/** What came of changing one's own password. */
public sealed interface PasswordAnswer {
  /** Done; all other sessions of this person have ended, this one goes on as {@code person}. */
  record Changed(SignedIn person) implements PasswordAnswer {}

  record NotTaken(PasswordProblem problem) implements PasswordAnswer {}
}
