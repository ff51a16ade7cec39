package org.supercargo.access.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supercargo.access.key.ApiKeyAnswer.Made;
import org.supercargo.access.key.ApiKeyAnswer.NotMade;
import org.supercargo.access.key.ApiKeyAnswer.Reason;
import org.supercargo.audit.Actor;

/**
 * The keys with which programs call. A key is made and revoked, never changed and never removed;
 * making and revoking is audited. On the node where it was revoked a key is dead at once, on the
 * others within five seconds.
 */
@ApplicationScoped
public class ApiKeys {
  public static final int MOST_PER_MINUTE = 100_000;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,59}");

  @Inject private KeyDesk desk;
  @Inject private Callers callers;
  @Inject private Clock clock;

  public ApiKeyAnswer make(NewApiKey wanted, Actor who) {
    Optional<Reason> wrong = wrong(wanted);
    if (wrong.isPresent()) {
      return new NotMade(wrong.get());
    }
    KeyText key = KeyText.made();
    try {
      return desk.add(wanted, key, who)
          ? new Made(wanted.name(), key.text())
          : new NotMade(Reason.NAME_TAKEN);
    } catch (PersistenceException raced) {
      // Two may want one name at once; the database's own rule decides.
      if (desk.isTaken(wanted.name())) {
        return new NotMade(Reason.NAME_TAKEN);
      }
      throw raced;
    }
  }

  /** False when there is none, or it was revoked before. */
  public boolean revoke(long id, Actor who) {
    boolean revoked = desk.revoke(id, who);
    callers.forgetAll();
    return revoked;
  }

  /**
   * A stretch of the keys whose name or beginning has that in it; the revoked come last.
   *
   * @param part null finds all
   */
  public List<ApiKeyView> find(@Nullable String part, int first, int most) {
    return desk.find(part, first, most);
  }

  public long count(@Nullable String part) {
    return desk.count(part);
  }

  private Optional<Reason> wrong(NewApiKey wanted) {
    Instant end = wanted.expiresAt();
    Set<Long> accounts = wanted.accounts();
    if (!NAME.matcher(wanted.name()).matches()) {
      return Optional.of(Reason.NAME_NOT_ALLOWED);
    }
    if (wanted.scopes().isEmpty()) {
      return Optional.of(Reason.NO_SCOPE);
    }
    if (accounts != null && accounts.isEmpty()) {
      return Optional.of(Reason.NO_ACCOUNT);
    }
    if (end != null && !end.isAfter(clock.instant())) {
      return Optional.of(Reason.EXPIRY_PAST);
    }
    return wanted.perMinute() < 1 || wanted.perMinute() > MOST_PER_MINUTE
        ? Optional.of(Reason.PER_MINUTE_OUT_OF_RANGE)
        : Optional.empty();
  }
}
