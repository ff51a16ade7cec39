package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the rows say about using accounts. */
@ApplicationScoped
@Transactional
class AccessRows {
  @PersistenceContext EntityManager rows;
  @Inject AccountRows accounts;

  Optional<Long> usableGrantOf(long account) {
    return accounts
        .find(account)
        .filter(found -> found.isLiving() && found.isProven())
        .flatMap(CarrierAccount::grant);
  }

  /** Which of these accounts may still be used with these grants. */
  Set<Long> unchanged(Map<Long, Long> grants) {
    return rows.createQuery(
            "select a.id, a.grantId from CarrierAccount a where a.id in :ids"
                + " and a.liveKey is not null and a.verification = :proven",
            Object[].class)
        .setParameter("ids", grants.keySet())
        .setParameter("proven", Verification.PROVEN)
        .getResultStream()
        .filter(row -> row[1] != null && row[1].equals(grants.get((Long) row[0])))
        .map(row -> (Long) row[0])
        .collect(Collectors.toSet());
  }

  /** Past the version, so that using an account disturbs nobody who changes it. */
  void used(Set<Long> ids, Instant at) {
    rows.createQuery(
            "update CarrierAccount a set a.usedAt = :at"
                + " where a.id in :ids and (a.usedAt is null or a.usedAt < :at)")
        .setParameter("at", at)
        .setParameter("ids", ids)
        .executeUpdate();
  }
}
