package org.supercargo.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the trail. Writing joins the caller's transaction, so a deed and its entry live
 * or die together; without one it has its own. Nothing changes or removes an entry.
 */
@ApplicationScoped
public class AuditTrail {
  private static final int BATCH = 1_000;

  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;

  /**
   * Appends one entry, stamped with the injected clock. Text that is too long is cut, control
   * characters become spaces.
   *
   * @param subject what it was done to, in words people know: {@code UPS A1B2C3}, {@code person
   *     alice}; at most 200 characters
   * @param accountId the carrier account, when there is one
   * @param detail at most 1,000 characters; never a secret
   */
  @Transactional
  public void write(
      Actor actor,
      AuditAction action,
      Outcome outcome,
      String subject,
      @Nullable Long accountId,
      @Nullable String detail) {
    database.persist(
        new AuditEntry(clock.instant(), actor, action, outcome, subject, accountId, detail));
  }

  /** A stretch of what the filter lets through, newest first. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public List<AuditEntryView> find(AuditFilter filter, int first, int most) {
    return new AuditSearch(database, filter).views(first, most);
  }

  /** How many entries the filter lets through. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public long count(AuditFilter filter) {
    return new AuditSearch(database, filter).count();
  }

  /**
   * Hands over everything that the filter lets through, newest first, in batches: for exports of
   * any size.
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public void each(AuditFilter filter, Consumer<AuditEntryView> reader) {
    long before = Long.MAX_VALUE;
    List<AuditEntryView> batch;
    do {
      batch = new AuditSearch(database, filter).before(before, BATCH);
      batch.forEach(reader);
      before = batch.isEmpty() ? before : batch.getLast().id();
    } while (batch.size() == BATCH);
  }

  /** The newest entries of one carrier account, newest first. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public List<AuditEntryView> ofAccount(long accountId, int most) {
    return find(AuditFilter.ofAccount(accountId), 0, most);
  }
}
