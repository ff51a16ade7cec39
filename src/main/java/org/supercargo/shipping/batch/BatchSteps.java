package org.supercargo.shipping.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.carrier.CarrierMessage;

/** What people do to batches, each deed in a transaction with its entry in the trail. */
@ApplicationScoped
@Transactional
class BatchSteps {
  private static final int FLUSH = 500;

  @PersistenceContext EntityManager database;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  long keep(Upload upload, String checksum, List<Checked> rows, Actor who) {
    Batch batch = new Batch(upload, who.name(), checksum, rows.size(), clock.instant());
    database.persist(batch);
    database.flush();
    String told = rows.size() + " rows";
    audit.write(who, AuditAction.BATCH_UPLOADED, Outcome.DONE, batch.subject(), null, told);
    for (int i = 0; i < rows.size(); i++) {
      database.persist(new BatchRow(batch.id(), rows.get(i)));
      if (i % FLUSH == FLUSH - 1) {
        database.flush();
        database.clear();
      }
    }
    return batch.id();
  }

  Batch locked(long id) {
    return Optional.ofNullable(database.find(Batch.class, id, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(() -> new NoSuchElementException("no batch " + id));
  }

  boolean start(long id, Actor who) {
    return done(id, batch -> batch.start(clock.instant()), AuditAction.BATCH_STARTED, who);
  }

  boolean pause(long id, Actor who) {
    return done(id, Batch::pause, AuditAction.BATCH_PAUSED, who);
  }

  boolean resume(long id, Actor who) {
    return done(id, Batch::resume, AuditAction.BATCH_RESUMED, who);
  }

  boolean cancel(long id, Actor who) {
    return done(id, Batch::cancel, AuditAction.BATCH_CANCELLED, who);
  }

  private boolean done(long id, Predicate<Batch> deed, AuditAction action, Actor who) {
    Batch batch = locked(id);
    boolean done = deed.test(batch);
    if (done) {
      audit.write(who, action, Outcome.DONE, batch.subject(), null, null);
    }
    return done;
  }

  /** It stops by itself. */
  void halt(long id, CarrierMessage said, Actor who) {
    Batch batch = locked(id);
    if (batch.halt(said)) {
      String told = (said.code() + " " + said.text()).strip();
      audit.write(who, AuditAction.BATCH_PAUSED, Outcome.FAILED, batch.subject(), null, told);
    }
  }

  /** Takes one that was never started out of the books. */
  boolean discard(long id, Actor who) {
    Batch batch = locked(id);
    if (batch.state() != BatchState.CHECKED) {
      return false;
    }
    database
        .createQuery("delete from BatchRow l where l.batchId = :batch")
        .setParameter("batch", id)
        .executeUpdate();
    database.remove(batch);
    audit.write(who, AuditAction.BATCH_DISCARDED, Outcome.DONE, batch.subject(), null, null);
    return true;
  }
}
