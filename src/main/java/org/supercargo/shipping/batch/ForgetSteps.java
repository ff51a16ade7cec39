package org.supercargo.shipping.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.supercargo.audit.Actor;

/** What forgetting writes: each batch in a transaction of its own. */
@ApplicationScoped
@Transactional
class ForgetSteps {
  private static final Actor SWEEP = new Actor("batch sweep", null);

  @PersistenceContext EntityManager database;
  @Inject BatchSteps batches;
  @Inject Clock clock;

  List<Long> endedBefore(Instant before) {
    return ids(BatchState.DONE, "b.endedAt < :before and b.forgottenAt is null", before);
  }

  List<Long> unstartedSince(Instant before) {
    return ids(BatchState.CHECKED, "b.uploadedAt < :before", before);
  }

  List<Long> pausedSince(Instant before) {
    return ids(BatchState.PAUSED, "b.startedAt < :before", before);
  }

  private List<Long> ids(BatchState state, String condition, Instant before) {
    return database
        .createQuery(
            "select b.id from Batch b where b.state = :state and " + condition + " order by b.id",
            Long.class)
        .setParameter("state", state)
        .setParameter("before", before)
        .getResultList();
  }

  /** What came of each row stays: its state, its numbers, its price. */
  void forget(long id) {
    batches.locked(id).forget(clock.instant());
    database
        .createQuery(
            "update BatchRow l set l.cells = '{}', l.ordered = null, l.problems = null,"
                + " l.toName = '' where l.batchId = :batch")
        .setParameter("batch", id)
        .executeUpdate();
  }

  /** Nobody started it. */
  void discard(long id) {
    batches.discard(id, SWEEP);
  }

  /** It ends, and is forgotten when it has ended long enough. */
  void cancel(long id) {
    batches.cancel(id, SWEEP);
  }
}
