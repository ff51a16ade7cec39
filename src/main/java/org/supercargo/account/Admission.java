package org.supercargo.account;

import org.supercargo.carrier.AuthorizationCode;

/** Whether a browser's return is taken. */
sealed interface Admission {
  record Admitted(ConnectAttempt attempt, AuthorizationCode code) implements Admission {}

  record Turned(Arrival.Refused why) implements Admission {}
}
