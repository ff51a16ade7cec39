package org.supercargo.token;

import static org.supercargo.token.GrantState.ACTIVE;
import static org.supercargo.token.GrantState.DELETED;
import static org.supercargo.token.GrantState.EXPIRED;
import static org.supercargo.token.GrantState.EXPIRING;
import static org.supercargo.token.GrantState.NEEDS_ATTENTION;
import static org.supercargo.token.GrantState.NEEDS_CONSENT;
import static org.supercargo.token.GrantState.PENDING;
import static org.supercargo.token.GrantState.UNCERTAIN;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The state machine, whole: what can happen to a grant, where that leads, and from where. What does
 * not lead away from a state leaves it as it is. README draws it.
 */
enum GrantChange {
  /** An account number was proven with its tokens. */
  PROVEN(ACTIVE, PENDING),
  /**
   * A new pair is stored. It says nothing about whether the carrier likes the application's calls,
   * so what needs attention goes on needing it.
   */
  REFRESHED(ACTIVE, ACTIVE, EXPIRING, UNCERTAIN, NEEDS_CONSENT, EXPIRED),
  /** A person has consented again. */
  REGENERATED(ACTIVE, ACTIVE, EXPIRING, UNCERTAIN, NEEDS_ATTENTION, NEEDS_CONSENT, EXPIRED),
  /** The refresh token's end is near. */
  ENDS_SOON(EXPIRING, ACTIVE),
  /** It is not, after all: the setting was changed. */
  ENDS_LATER(ACTIVE, EXPIRING),
  /** A refresh may have reached the carrier; its answer did not reach us. */
  ANSWER_LOST(UNCERTAIN, ACTIVE, EXPIRING, NEEDS_ATTENTION),
  /** The carrier says that the refresh token is dead. */
  TOKEN_DEAD(NEEDS_CONSENT, ACTIVE, EXPIRING, UNCERTAIN, NEEDS_ATTENTION),
  /** The carrier refuses a call, and again after one refresh. */
  CALL_REFUSED(NEEDS_ATTENTION, ACTIVE, EXPIRING),
  /** The carrier accepts a call. */
  CALL_ACCEPTED(ACTIVE, NEEDS_ATTENTION),
  /** The refresh token's own end has come. */
  ENDED(EXPIRED, ACTIVE, EXPIRING, UNCERTAIN, NEEDS_ATTENTION),
  /** The tokens are destroyed. */
  FORGOTTEN(DELETED, PENDING, ACTIVE, EXPIRING, UNCERTAIN, NEEDS_ATTENTION, NEEDS_CONSENT, EXPIRED);

  private final GrantState to;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, of an enum
  private final Set<GrantState> from;

  GrantChange(GrantState to, GrantState... from) {
    this.to = to;
    this.from = Collections.unmodifiableSet(EnumSet.copyOf(List.of(from)));
  }

  GrantState of(GrantState state) {
    return from.contains(state) ? to : state;
  }

  GrantState to() {
    return to;
  }

  /** The states that it leads away from. */
  Set<GrantState> from() {
    return from;
  }

  /** Those states but the one it leads to, as a list for SQL. */
  String fromInSql() {
    return from.stream()
        .filter(state -> state != to)
        .map(state -> "'" + state + "'")
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
