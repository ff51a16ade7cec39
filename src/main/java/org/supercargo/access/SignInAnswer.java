package org.supercargo.access;

import java.time.Instant;

/** What came of trying to sign in. Says nothing about whether the name exists. */
public sealed interface SignInAnswer {
  record Welcome(SignedIn person) implements SignInAnswer {}

  record Wrong() implements SignInAnswer {}

  /**
   * Too many wrong passwords for this name or from this address; the password was not looked at.
   */
  record Wait(Instant until) implements SignInAnswer {}
}
