package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.stream.Collectors;
import org.supercargo.custody.SealedRows;
import org.supercargo.token.Tokens;

/** The verifiers of trips to the consent pages as those see them who care for the master keys. */
@ApplicationScoped
class SealedVerifiers implements SealedRows {
  @PersistenceContext EntityManager rows;
  @Inject Tokens tokens;

  @Override
  @Transactional
  public Map<String, Long> countByKey() {
    return rows.createQuery(
            "select a.sealedBy, count(a) from ConnectAttempt a where a.sealedBy is not null"
                + " group by a.sealedBy",
            Object[].class)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  @Override
  @Transactional
  public void openNewest() {
    rows.createQuery(
            "select a from ConnectAttempt a where a.sealedVerifier is not null order by a.id desc",
            ConnectAttempt.class)
        .setMaxResults(1)
        .getResultStream()
        .forEach(
            attempt ->
                attempt
                    .sealedVerifier()
                    .ifPresent(kept -> tokens.openVerifier(attempt.stateHash(), kept)));
  }
}
