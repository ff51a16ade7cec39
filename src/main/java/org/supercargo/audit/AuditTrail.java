package org.supercargo.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.supercargo.query.Ids;

/**
 * Writes and reads the trail. Writing joins the caller's transaction, so a deed and its entry live
 * or die together; without one it has its own. Nothing changes or removes an entry.
 */
@ApplicationScoped
public class AuditTrail {
  private static final int BATCH = 1_000;

  @PersistenceContext private EntityManager database;
  @Inject private AuditList list;
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

  /**
   * As {@link #write}, for everything that a query finds, without bringing it here and back: a
   * million grants are marked in one night.
   *
   * @param found a select of subject and account id, from columns that were checked when they were
   *     written, with one {@code = any(?)}
   * @param ids what that stands for
   */
  @Transactional
  public void writeEach(
      Actor actor, AuditAction action, Outcome outcome, String found, Collection<Long> ids) {
    String address = actor.address();
    database
        .createNativeQuery(
            "insert into audit_entry (at, actor, address, action, subject, account_id, outcome)"
                + " select cast(? as timestamp with time zone), cast(? as varchar),"
                + " cast(nullif(?, '') as varchar), cast(? as varchar), f.subject, f.account,"
                + " cast(? as varchar) from ("
                + found
                + ") as f (subject, account)")
        .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
        .setParameter(2, AuditEntry.plain(actor.name(), 80))
        .setParameter(3, address == null ? "" : AuditEntry.plain(address, 64))
        .setParameter(4, action.name())
        .setParameter(5, outcome.name())
        .setParameter(6, Ids.array(ids))
        .executeUpdate();
  }

  /** A stretch of what the filter lets through, newest first. */
  public List<AuditEntryView> find(AuditFilter filter, int first, int most) {
    return list.find(filter, first, most);
  }

  /** How many entries the filter lets through. */
  public long count(AuditFilter filter) {
    return list.count(filter);
  }

  /**
   * Hands over everything that the filter lets through, newest first, in batches: for exports of
   * any size. The reader may take its time: no transaction waits for it.
   */
  public void each(AuditFilter filter, Consumer<AuditEntryView> reader) {
    long before = Long.MAX_VALUE;
    List<AuditEntryView> batch;
    do {
      batch = list.before(before, filter, BATCH);
      batch.forEach(reader);
      before = batch.isEmpty() ? before : batch.getLast().id();
    } while (batch.size() == BATCH);
  }

  /** The newest entries of one carrier account, newest first. */
  public List<AuditEntryView> ofAccount(long accountId, int most) {
    return find(AuditFilter.ofAccount(accountId), 0, most);
  }
}
