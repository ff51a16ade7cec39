package org.supercargo.access.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Objects;

/** The rows that count callers' requests, for all nodes together. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class Windows {
  private static final long KEPT_MINUTES = 60;

  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;

  int take(String caller, long minute, int wanted, int most) {
    database
        .createNativeQuery(
            "insert into api_window (caller, at_minute, taken) values (?1, 0, 0)"
                + " on conflict do nothing")
        .setParameter(1, caller)
        .executeUpdate();
    Window window = database.find(Window.class, caller, LockModeType.PESSIMISTIC_WRITE);
    return Objects.requireNonNull(window).take(minute, wanted, most);
  }

  /** Forgets who has not called for an hour. */
  void sweep() {
    database
        .createQuery("delete from Window w where w.minute < :old")
        .setParameter("old", Quota.minute(clock.instant()) - KEPT_MINUTES)
        .executeUpdate();
  }
}
