package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.supercargo.carrier.TokenSet;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/** The rows of the vault and what may become of them, each deed in the caller's transaction. */
@ApplicationScoped
class Grants {
  @PersistenceContext private EntityManager database;
  @Inject private Sealer sealer;
  @Inject private Settings settings;
  @Inject private Clock clock;

  @Transactional
  long keepPending(String carrier, TokenSet tokens, String person) {
    Instant now = clock.instant();
    Instant until = now.plus(settings.get(Keys.PENDING_LIFE));
    Grant grant = new Grant(carrier, person, now, until);
    database.persist(grant);
    database.flush();
    grant.receive(tokens, sealer, now);
    note(grant, GrantEvent.Kind.ISSUED);
    return grant.id();
  }

  @Transactional
  boolean isPending(long id) {
    return Optional.ofNullable(database.find(Grant.class, id))
        .filter(grant -> grant.isPendingAt(clock.instant()))
        .isPresent();
  }

  @Transactional
  boolean activate(long id) {
    return locked(id)
        .filter(Grant::isAlive)
        .map(
            grant -> {
              if (grant.state() == GrantState.PENDING) {
                grant.live(clock.instant(), expiringWithin());
              }
              return true;
            })
        .orElse(false);
  }

  @Transactional
  boolean replace(long id, long pendingId) {
    // Always in the same order, or two of these could wait for each other for ever.
    locked(Math.min(id, pendingId));
    Optional<Grant> pending =
        locked(pendingId).filter(held -> held.state() == GrantState.PENDING && held.holdsTokens());
    Optional<Grant> grant = locked(id).filter(Grants::isReplaceable);
    if (pending.isEmpty() || grant.isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    grant.get().receive(pending.get().tokens(sealer), sealer, now);
    grant.get().connectedBy(pending.get());
    grant.get().live(now, expiringWithin());
    note(grant.get(), GrantEvent.Kind.REGENERATED);
    destroy(pending.get());
    return true;
  }

  @Transactional
  void forget(long id) {
    locked(id).filter(grant -> grant.state() != GrantState.DELETED).ifPresent(this::destroy);
  }

  @Transactional
  boolean hold(long id) {
    return locked(id).filter(grant -> grant.state() != GrantState.DELETED).isPresent();
  }

  /** Exact to the minute: one write a minute and grant, however many calls it serves. */
  @Transactional
  void used(long id) {
    Instant now = clock.instant();
    database
        .createQuery(
            "update Grant g set g.usedAt = :now"
                + " where g.id = :id and (g.usedAt is null or g.usedAt < :before)")
        .setParameter("now", now)
        .setParameter("id", id)
        .setParameter("before", now.minusSeconds(60))
        .executeUpdate();
  }

  @Transactional
  GrantView view(long id) {
    return Optional.ofNullable(database.find(Grant.class, id))
        .orElseThrow(() -> new NoSuchElementException("no grant " + id))
        .view();
  }

  @Transactional
  List<GrantEvent> timeline(long id) {
    return database
        .createQuery(
            "select m from Moment m where m.grantId = :grant order by m.at, m.id", Moment.class)
        .setParameter("grant", id)
        .getResultStream()
        .map(Moment::event)
        .toList();
  }

  /** Opens one of the newest pair's tokens, if there is any, to see that the key set fits. */
  @Transactional
  void openNewest() {
    database
        .createQuery(
            "select g from Grant g where g.sealedRefresh is not null order by g.id desc",
            Grant.class)
        .setMaxResults(1)
        .getResultStream()
        .forEach(grant -> grant.refreshToken(sealer));
  }

  Duration expiringWithin() {
    return Duration.ofDays(settings.get(Keys.EXPIRING_DAYS));
  }

  private static boolean isReplaceable(Grant grant) {
    return grant.state() != GrantState.PENDING && grant.state() != GrantState.DELETED;
  }

  private void destroy(Grant grant) {
    grant.destroy();
    note(grant, GrantEvent.Kind.DELETED);
  }

  private Optional<Grant> locked(long id) {
    return Optional.ofNullable(database.find(Grant.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  private void note(Grant grant, GrantEvent.Kind kind) {
    database.persist(new Moment(grant, clock.instant(), kind));
  }
}
