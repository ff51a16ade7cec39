package org.supercargo.access.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supercargo.node.Known;

/** Who calls, by the {@code Authorization} header: an API key, or a token of the OIDC provider. */
@ApplicationScoped
public class Callers {
  private static final int MOST_KNOWN = 10_000;
  private static final Duration SURE_FOR = Duration.ofSeconds(5);
  private static final int LONGEST = 8_000;
  private static final Pattern BEARER =
      Pattern.compile("bearer +([^ ]+)", Pattern.CASE_INSENSITIVE);

  private KeyDesk desk;
  private LastUsed lastUsed;
  private Bearers bearers;
  private Clock clock;
  private Known<KnownKey> known;

  /** For CDI's client proxy only. */
  @SuppressWarnings("NullAway.Init")
  protected Callers() {}

  @Inject
  Callers(KeyDesk desk, LastUsed lastUsed, Bearers bearers, Clock clock) {
    this.desk = desk;
    this.lastUsed = lastUsed;
    this.bearers = bearers;
    this.clock = clock;
    this.known = new Known<>(MOST_KNOWN, SURE_FOR, clock);
  }

  public Introduction who(@Nullable String authorization) {
    if (authorization == null || authorization.isBlank()) {
      return new Introduction.Missing();
    }
    Matcher bearer = BEARER.matcher(authorization.strip());
    if (authorization.length() > LONGEST || !bearer.matches()) {
      return new Introduction.Refused("Send the API key as a bearer token.");
    }
    String credential = bearer.group(1);
    return credential.startsWith(KeyText.MARK)
        ? KeyText.of(credential).map(this::withKey).orElseGet(Callers::noSuchKey)
        : bearers.who(credential);
  }

  void forgetAll() {
    known.dropAll();
  }

  private Introduction withKey(KeyText text) {
    Optional<KnownKey> found = known(text);
    if (found.isEmpty()) {
      return noSuchKey();
    }
    KnownKey key = found.get();
    if (key.revokedAt() != null) {
      return new Introduction.Refused("This API key was revoked.");
    }
    if (key.hasExpiredAt(clock.instant())) {
      return new Introduction.Refused("This API key has expired.");
    }
    lastUsed.note(key.id());
    return new Introduction.Welcome(key.caller());
  }

  private Optional<KnownKey> known(KeyText text) {
    long place = KnownKey.place(text.hash());
    Optional<KnownKey> byHeart = known.get(place).filter(key -> key.isOf(text));
    if (byHeart.isPresent()) {
      return byHeart;
    }
    Instant readAt = clock.instant();
    Optional<KnownKey> read = desk.byHash(text.storedHash());
    read.ifPresent(key -> known.put(place, key, readAt));
    return read;
  }

  private static Introduction noSuchKey() {
    return new Introduction.Refused("There is no such API key.");
  }
}
