package org.supercargo.access.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.query.Criteria;

/** Keys in the database: each method is one transaction, its audit entry in it. */
@ApplicationScoped
@Transactional
class KeyDesk {
  @PersistenceContext private EntityManager database;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** False when the name is taken. */
  boolean add(NewApiKey wanted, KeyText key, Actor who) {
    if (isTaken(wanted.name())) {
      return false;
    }
    ApiKey made = new ApiKey(wanted, key, who, clock.instant());
    database.persist(made);
    database.flush();
    Set<Long> only = wanted.accounts();
    String detail =
        "%s…, %s; %s; %d a minute"
            .formatted(
                key.prefix(),
                Scope.words(wanted.scopes()),
                only == null ? "all accounts" : only.size() + " accounts",
                wanted.perMinute());
    audit.write(who, AuditAction.API_KEY_MADE, Outcome.DONE, made.subject(), null, detail);
    return true;
  }

  boolean isTaken(String name) {
    return database
            .createQuery(
                "select count(k) from ApiKey k where lower(k.name) = lower(:name)", Long.class)
            .setParameter("name", name)
            .getSingleResult()
        > 0;
  }

  /** False when there is none, or it was revoked before. */
  boolean revoke(long id, Actor who) {
    ApiKey key = database.find(ApiKey.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (key == null || !key.revoke(who, clock.instant())) {
      return false;
    }
    audit.write(who, AuditAction.API_KEY_REVOKED, Outcome.DONE, key.subject(), null, null);
    return true;
  }

  Optional<KnownKey> byHash(String hash) {
    return database
        .createQuery("select k from ApiKey k where k.hash = :hash", ApiKey.class)
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst()
        .map(ApiKey::known);
  }

  List<ApiKeyView> find(@Nullable String part, int first, int most) {
    String order = " order by case when k.revokedAt is null then 0 else 1 end, k.name";
    return bound("select k", part, order, ApiKey.class)
        .setFirstResult(first)
        .setMaxResults(most)
        .getResultStream()
        .map(ApiKey::view)
        .toList();
  }

  long count(@Nullable String part) {
    return bound("select count(k)", part, "", Long.class).getSingleResult();
  }

  /** Past the version, so that using a key disturbs nobody who revokes it. */
  void used(Set<Long> ids, Instant at) {
    database
        .createQuery(
            "update ApiKey k set k.usedAt = :at"
                + " where k.id in :ids and (k.usedAt is null or k.usedAt < :at)")
        .setParameter("at", at)
        .setParameter("ids", ids)
        .executeUpdate();
  }

  private <T> TypedQuery<T> bound(
      String select, @Nullable String part, String order, Class<T> type) {
    String literal = part == null ? "" : part.strip().toLowerCase(Locale.ROOT);
    String where =
        " where lower(k.name) like :part escape '!' or lower(k.prefix) like :part escape '!'";
    return database
        .createQuery(select + " from ApiKey k" + where + order, type)
        .setParameter("part", Criteria.anywhere(literal));
  }
}
