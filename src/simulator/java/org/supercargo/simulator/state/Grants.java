package org.supercargo.simulator.state;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens in force. Refreshing rotates: the used refresh token dies, the old access token lives to
 * its own end.
 */
public final class Grants {
  private static final String NOBODY = "";

  private final Clock clock;
  private final Lives lives;
  private final Issued issued;
  private final Runnable changed;
  private final Map<String, Token> byHash = new HashMap<>();

  Grants(Clock clock, Lives lives, Issued issued, Runnable changed) {
    this.clock = clock;
    this.lives = lives;
    this.issued = issued;
    this.changed = changed;
  }

  public synchronized Tokens issue(String clientId, String user) {
    return pair(clientId, user, 0);
  }

  /** For client credentials: no user, no refresh token. */
  public synchronized Tokens issueWithoutUser(String clientId) {
    Instant now = clock.instant();
    String access = access(clientId, NOBODY, now);
    changed.run();
    return new Tokens(clientId, access, "", now, lives.now(), 0);
  }

  public synchronized Optional<Tokens> refresh(String clientId, String refreshToken) {
    Token old = byHash.get(Secrets.sha256(refreshToken));
    boolean fits =
        old != null && old.kind().equals(Token.REFRESH) && old.clientId().equals(clientId);
    if (!fits || isDead(old)) {
      return Optional.empty();
    }
    byHash.put(old.hash(), old.usedAt(clock.millis()));
    return Optional.of(pair(clientId, old.user(), old.count() + 1));
  }

  public synchronized Optional<Token> findAccess(String accessToken) {
    return Optional.ofNullable(byHash.get(Secrets.sha256(accessToken)))
        .filter(token -> token.kind().equals(Token.ACCESS) && !isDead(token));
  }

  /** How many tokens of that log-in died. */
  public synchronized int revoke(String user) {
    int before = byHash.size();
    byHash.values().removeIf(token -> token.user().equals(user));
    changed.run();
    return before - byHash.size();
  }

  synchronized void replaceAll(List<Token> tokens) {
    byHash.clear();
    tokens.forEach(token -> byHash.put(token.hash(), token));
    changed.run();
  }

  /** Drops the expired ones on the way, so that a long life does not grow the file for ever. */
  synchronized List<Token> unexpired() {
    byHash.values().removeIf(token -> token.until() <= clock.millis());
    return new ArrayList<>(byHash.values());
  }

  private Tokens pair(String clientId, String user, int count) {
    Instant now = clock.instant();
    Life life = lives.now();
    String access = access(clientId, user, now);
    String refresh = Secrets.refreshToken();
    Instant until = now.plusSeconds(life.refreshTokenSeconds());
    keep(
        refresh,
        new Token(
            Token.REFRESH,
            Secrets.sha256(refresh),
            clientId,
            user,
            until.toEpochMilli(),
            count,
            0));
    changed.run();
    return new Tokens(clientId, access, refresh, now, life, count);
  }

  private String access(String clientId, String user, Instant now) {
    Instant until = now.plusSeconds(lives.now().accessTokenSeconds());
    String access = Secrets.accessToken(clientId, now, until);
    keep(
        access,
        new Token(
            Token.ACCESS, Secrets.sha256(access), clientId, user, until.toEpochMilli(), 0, 0));
    return access;
  }

  private void keep(String value, Token token) {
    issued.add(token.kind(), value);
    byHash.put(token.hash(), token);
  }

  private boolean isDead(Token token) {
    return token.isDeadAt(clock.millis(), lives.now().refreshGraceSeconds() * 1000);
  }
}
