package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supercargo.custody.KeysAway;
import org.supercargo.custody.NotOpened;
import org.supercargo.custody.Sealer;
import org.supercargo.custody.Wrapped;
import org.supercargo.timer.Lease;

/** What sealing anew reads and writes, each step in a transaction of its own. */
@ApplicationScoped
@Transactional
class SealedGrantSteps {
  private static final Logger LOG = System.getLogger(SealedGrantSteps.class.getName());

  @PersistenceContext private EntityManager database;
  @Inject private Sealer sealer;

  Map<String, Long> countByKey() {
    return database
        .createQuery(
            "select g.key.masterKey, count(g) from Grant g where g.key.masterKey is not null"
                + " group by g.key.masterKey",
            Object[].class)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  /** The first and the last by the alphabet: two steps in an index, however many rows there are. */
  Stream<String> keys() {
    Object[] ends =
        database
            .createQuery(
                "select min(g.key.masterKey), max(g.key.masterKey) from Grant g", Object[].class)
            .getSingleResult();
    return Stream.of(ends).filter(Objects::nonNull).map(String.class::cast);
  }

  List<Grant> newest() {
    return database
        .createQuery(
            "select g from Grant g where g.pair.sealedRefresh is not null order by g.id desc",
            Grant.class)
        .setMaxResults(1)
        .getResultList();
  }

  List<Grant> sealedBy(Set<String> keys, long after, int most) {
    return database
        .createQuery(
            "select g from Grant g where g.key.masterKey in :keys and g.id > :after order by g.id",
            Grant.class)
        .setParameter("keys", keys)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }

  /** A grant whose key was wrapped anew or destroyed meanwhile is left as it is. */
  void write(List<Grant> grants, List<Wrapped> fresh, Lease lease) {
    lease.renew();
    for (int i = 0; i < grants.size(); i++) {
      database
          .createNativeQuery(
              "update carrier_grant set sealed_key = ?, sealed_by = ?"
                  + " where id = ? and sealed_key = ?")
          .setParameter(1, fresh.get(i).bytes())
          .setParameter(2, fresh.get(i).key())
          .setParameter(3, grants.get(i).id())
          .setParameter(4, grants.get(i).wrappedKey())
          .executeUpdate();
    }
  }

  /** What an earlier release has sealed gets data keys. Answers how many did not stay as before. */
  int reseal(List<Long> ids, Lease lease) {
    lease.renew();
    int done = 0;
    for (long id : ids) {
      Grant grant = database.find(Grant.class, id, LockModeType.PESSIMISTIC_WRITE);
      try {
        grant.takesOwnKey(sealer);
        done++;
      } catch (KeysAway untilLater) {
        throw untilLater;
      } catch (NotOpened stays) {
        LOG.log(Level.ERROR, "not sealed anew: {0}", stays.getMessage());
      }
    }
    return done;
  }
}
