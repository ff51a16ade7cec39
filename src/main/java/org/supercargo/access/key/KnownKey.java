package org.supercargo.access.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a node remembers of a key, to judge a call without the database. */
record KnownKey(
    long id,
    String name,
    String hash,
    Set<Scope> scopes,
    @Nullable Set<Long> accounts,
    int perMinute,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {
  /** Where it is remembered: the beginning of its hash. */
  static long place(byte[] hash) {
    return ByteBuffer.wrap(hash).getLong();
  }

  boolean isOf(KeyText key) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII),
        key.storedHash().getBytes(StandardCharsets.US_ASCII));
  }

  boolean hasExpiredAt(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  Caller caller() {
    return new Caller("key:" + name, "key:" + id, scopes, accounts, perMinute);
  }
}
