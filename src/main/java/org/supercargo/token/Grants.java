package org.supercargo.token;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supercargo.alert.Alerts;
import org.supercargo.alert.Closing;
import org.supercargo.carrier.TokenSet;
import org.supercargo.custody.Sealer;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/** The rows of the vault and what may become of them, each deed in the caller's transaction. */
@ApplicationScoped
class Grants {
  @PersistenceContext private EntityManager database;
  @Inject private Sealer sealer;
  @Inject private Settings settings;
  @Inject private Clock clock;
  @Inject private Warm warm;
  @Inject private Alerts alerts;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

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
        .filter(Grant::isRefreshable)
        .map(
            grant -> {
              if (grant.become(GrantChange.PROVEN, null)) {
                grant.settle(clock.instant().plus(expiringWithin()));
                changed(grant.id());
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
    grant.get().regenerated(pending.get(), sealer, now);
    grant.get().settle(now.plus(expiringWithin()));
    changed(id);
    note(grant.get(), GrantEvent.Kind.REGENERATED);
    alerts.over(id, Closing.RENEWED);
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

  @Transactional
  void used(Set<Long> ids, Instant at) {
    database
        .createQuery(
            "update Grant g set g.usedAt = :at"
                + " where g.id in :ids and (g.usedAt is null or g.usedAt < :at)")
        .setParameter("at", at)
        .setParameter("ids", ids)
        .executeUpdate();
  }

  /** Which of them are still in the generation and state that is known. */
  @Transactional
  Set<Long> unchanged(Map<Long, Held> known) {
    return database
        .createQuery(
            "select g.id, g.pair.generation, g.state from Grant g where g.id in :ids",
            Object[].class)
        .setParameter("ids", known.keySet())
        .getResultStream()
        .filter(row -> isAs(known.get((Long) row[0]), row))
        .map(row -> (Long) row[0])
        .collect(Collectors.toSet());
  }

  private static boolean isAs(@Nullable Held held, Object[] row) {
    return held != null
        && held.credentials().generation() == (Integer) row[1]
        && held.state() == row[2];
  }

  /** Empty when there is nothing left that could be opened. */
  @Transactional
  Optional<Seal> seal(long id) {
    return Optional.ofNullable(database.find(Grant.class, id))
        .filter(grant -> !grant.isDeleted())
        .map(grant -> grant.seal(sealer));
  }

  @Transactional
  GrantView view(long id) {
    return Optional.ofNullable(database.find(Grant.class, id))
        .orElseThrow(() -> new NoSuchElementException("no grant " + id))
        .view();
  }

  /** The newest ones, oldest first. */
  @Transactional
  List<GrantEvent> timeline(long id, int most) {
    return database
        .createQuery(
            "select m from Moment m where m.grantId = :grant order by m.at desc, m.id desc",
            Moment.class)
        .setParameter("grant", id)
        .setMaxResults(most)
        .getResultList()
        .reversed()
        .stream()
        .map(Moment::event)
        .toList();
  }

  /** How many there are in each state but the last one; states that none is in are left out. */
  @Transactional
  Map<GrantState, Long> count() {
    return database
        .createQuery(
            "select g.state, count(g) from Grant g where g.state in :states group by g.state",
            Object[].class)
        .setParameter("states", EnumSet.complementOf(EnumSet.of(GrantState.DELETED)))
        .getResultStream()
        .collect(Collectors.toMap(row -> (GrantState) row[0], row -> (Long) row[1]));
  }

  /** When the first of those that can still end does, UTC: a step down the index for each state. */
  @Transactional
  Optional<Instant> firstEnd() {
    return GrantChange.ENDED.from().stream()
        .flatMap(state -> firstEnd(state).stream())
        .min(Comparator.naturalOrder());
  }

  private Optional<Instant> firstEnd(GrantState state) {
    return database
        .createQuery(
            "select g.pair.diesAt from Grant g where g.state = :state order by g.pair.diesAt",
            Instant.class)
        .setParameter("state", state)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
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
    alerts.over(grant.id(), Closing.DELETED);
    changed(grant.id());
  }

  /** This node stops handing it out the moment the change is committed, not seconds later. */
  private void changed(long id) {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            warm.drop(id);
          }
        });
  }

  private Optional<Grant> locked(long id) {
    return Optional.ofNullable(database.find(Grant.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void note(Grant grant, GrantEvent.Kind kind) {
    database.persist(new Moment(grant, clock.instant(), kind));
  }
}
