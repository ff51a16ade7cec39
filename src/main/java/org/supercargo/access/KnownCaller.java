package org.supercargo.access;

import jakarta.security.enterprise.CallerPrincipal;

/** The caller as the container knows him, with all that a session has to remember. */
final class KnownCaller extends CallerPrincipal {
  private static final long serialVersionUID = 1L;

  private final SignedIn person;

  KnownCaller(SignedIn person) {
    super(person.name());
    this.person = person;
  }

  SignedIn person() {
    return person;
  }
}
