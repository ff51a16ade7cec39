package org.supercargo.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** Which master key seals, for all nodes together, and what became of the others. */
@ApplicationScoped
class Register {
  @PersistenceContext EntityManager database;
  @Inject KeyProviders providers;
  @Inject @Any Instance<SealedRows> rows;
  @Inject Clock clock;

  /**
   * The id of the key that seals. The first one asked for in a new database is the provider's own
   * choice.
   *
   * @throws NotOpened when there is none, or not the one that belongs to this database
   */
  @Transactional
  String sealing() {
    List<String> found = found();
    if (found.isEmpty()) {
      rows.forEach(SealedRows::openNewest);
      begin(providers.chosen().newest());
      found = found();
    }
    return found.getFirst();
  }

  /** The ids of all keys that something may be sealed with. */
  @Transactional
  List<String> needed() {
    return database
        .createQuery(
            "select k.id from MasterKey k where k.promotedAt is not null and k.retiredAt is null",
            String.class)
        .getResultList();
  }

  private List<String> found() {
    return database
        .createQuery("select k.id from MasterKey k where k.seals = true", String.class)
        .getResultList();
  }

  /** When two nodes begin at once, the second one finds what the first has chosen. */
  private void begin(String key) {
    database
        .createNativeQuery(
            "insert into master_key (id, seals, seen_at, promoted_at) values (?, true, ?, ?)"
                + " on conflict do nothing")
        .setParameter(1, key)
        .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
        .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }
}
