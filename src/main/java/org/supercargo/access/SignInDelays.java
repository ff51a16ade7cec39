package org.supercargo.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.supercargo.fingerprint.Fingerprint;

/**
 * Slows down whoever guesses. Rows, not memory: a restart forgets nothing and all nodes count
 * together. A name is kept as its hash, for people type passwords into the wrong field.
 */
@ApplicationScoped
@Transactional
class SignInDelays {
  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;

  /**
   * Counts an attempt before it is looked at, so that a hundred at once are no more guesses than
   * five. Only {@link #forget} takes it back.
   *
   * @return until when to wait; empty when the attempt may go on
   */
  Optional<Instant> reserve(String name, String address) {
    Instant now = clock.instant();
    SignInDelay ofName = locked(nameKey(name));
    Optional<Instant> wait =
        ofName
            .blockedUntil(now)
            .or(
                () ->
                    Optional.ofNullable(database.find(SignInDelay.class, addressKey(address)))
                        .flatMap(row -> row.blockedUntil(now)));
    if (wait.isEmpty()) {
      ofName.count(now);
    }
    return wait;
  }

  /** A wrong password counts against its address too: one address must not try many names. */
  void countAddress(String address) {
    locked(addressKey(address)).count(clock.instant());
  }

  /** The password was right, or it is a new one. The address stays counted. */
  void forget(String name) {
    database
        .createQuery("delete from SignInDelay d where d.subject = :subject")
        .setParameter("subject", nameKey(name))
        .executeUpdate();
  }

  /** Drops rows that count no more. On its own, for it must hold no other row while it waits. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void sweep() {
    database
        .createQuery("delete from SignInDelay d where d.failedAt < :old")
        .setParameter("old", clock.instant().minus(SignInDelay.MEMORY))
        .executeUpdate();
  }

  /** JPA has no insert-unless-there; both databases have this one, and it waits for its rivals. */
  private SignInDelay locked(String subject) {
    database
        .createNativeQuery(
            "insert into sign_in_delay (subject, failures, failed_at) values (?1, 0, ?2)"
                + " on conflict do nothing")
        .setParameter(1, subject)
        .setParameter(2, clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .executeUpdate();
    return database.find(SignInDelay.class, subject, LockModeType.PESSIMISTIC_WRITE);
  }

  private static String addressKey(String address) {
    return "address:" + address;
  }

  private static String nameKey(String name) {
    return "name:" + Fingerprint.text(PersonName.folded(name));
  }
}
