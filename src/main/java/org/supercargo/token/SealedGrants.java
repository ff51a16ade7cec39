package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.stream.Collectors;
import org.supercargo.custody.SealedRows;
import org.supercargo.custody.Sealer;

/** The vault's grants as those see them who care for the master keys. */
@ApplicationScoped
class SealedGrants implements SealedRows {
  @PersistenceContext private EntityManager database;
  @Inject private Sealer sealer;

  @Override
  @Transactional
  public Map<String, Long> countByKey() {
    return database
        .createQuery(
            "select g.key.masterKey, count(g) from Grant g where g.key.masterKey is not null"
                + " group by g.key.masterKey",
            Object[].class)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  @Override
  @Transactional
  public void openNewest() {
    database
        .createQuery(
            "select g from Grant g where g.pair.sealedRefresh is not null order by g.id desc",
            Grant.class)
        .setMaxResults(1)
        .getResultStream()
        .forEach(grant -> grant.tokens(sealer));
  }
}
