package org.supercargo.simulator.state;

/**
 * An issued token as it is remembered: by its hash, instants in epoch milliseconds. The user is
 * empty for client credentials; count and usedAt (0: never) only mean something for a refresh
 * token.
 */
public record Token(
    String kind, String hash, String clientId, String user, long until, int count, long usedAt) {

  static final String ACCESS = "access";
  static final String REFRESH = "refresh";

  /** The first use counts: a repeated one within the grace does not prolong it. */
  Token usedAt(long now) {
    return new Token(kind, hash, clientId, user, until, count, usedAt == 0 ? now : usedAt);
  }

  boolean isDeadAt(long now, long graceMillis) {
    boolean spent = usedAt != 0 && now >= usedAt + graceMillis;
    return spent || now >= until;
  }
}
