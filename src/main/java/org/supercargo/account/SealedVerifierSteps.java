package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.supercargo.custody.Wrapped;
import org.supercargo.timer.Lease;

/** What sealing verifiers anew reads and writes, each step in a transaction of its own. */
@ApplicationScoped
@Transactional
class SealedVerifierSteps {
  @PersistenceContext EntityManager rows;

  Map<String, Long> countByKey() {
    return rows.createQuery(
            "select a.sealedBy, count(a) from ConnectAttempt a where a.sealedBy is not null"
                + " group by a.sealedBy",
            Object[].class)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  List<ConnectAttempt> newest() {
    return rows.createQuery(
            "select a from ConnectAttempt a where a.sealedVerifier is not null order by a.id desc",
            ConnectAttempt.class)
        .setMaxResults(1)
        .getResultList();
  }

  List<ConnectAttempt> sealedBy(Set<String> keys, long after, int most) {
    return rows.createQuery(
            "select a from ConnectAttempt a where a.sealedBy in :keys and a.id > :after"
                + " order by a.id",
            ConnectAttempt.class)
        .setParameter("keys", keys)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }

  /** One that was used up or sealed anew meanwhile is left as it is. */
  void write(ConnectAttempt attempt, Wrapped fresh, Lease lease) {
    lease.renew();
    rows.createNativeQuery(
            "update connect_attempt set sealed_verifier = ?, sealed_by = ?"
                + " where id = ? and sealed_verifier = ?")
        .setParameter(1, fresh.bytes())
        .setParameter(2, fresh.key())
        .setParameter(3, attempt.id())
        .setParameter(4, attempt.sealedVerifier().orElseThrow())
        .executeUpdate();
  }
}
