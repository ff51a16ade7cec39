package org.supercargo.account;

import org.supercargo.audit.Actor;

/** A consent that was given for an existing account. */
record Errand(ConnectAttempt attempt, long account, Actor who) {
  long id() {
    return attempt.id();
  }
}
