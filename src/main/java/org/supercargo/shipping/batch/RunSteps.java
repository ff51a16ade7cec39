package org.supercargo.shipping.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.shipping.ShipAnswer;
import org.supercargo.shipping.ShipmentView;
import org.supercargo.timer.LeaseLost;

/** What the making of rows writes: each step in a transaction of its own. */
@ApplicationScoped
@Transactional
class RunSteps {
  @PersistenceContext EntityManager database;
  @Inject BatchSteps batches;
  @Inject Ledger ledger;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * Batches that have something to do and that nobody works on, taken up by this node: others leave
   * them alone until the lease ends or is given back.
   */
  List<Held> claim(int most, Duration lease) {
    Instant now = clock.instant();
    List<?> ids =
        database
            .createNativeQuery(
                "select b.id from shipment_batch b"
                    + " where (b.state in ('RUNNING', 'CANCELLING') or (b.state = 'PAUSED' and"
                    + " exists (select 1 from shipment_batch_row r where r.batch_id = b.id"
                    + " and r.state = 'UNKNOWN')))"
                    + " and (b.held_until is null or b.held_until <= ?)"
                    + " order by b.id limit ? for update skip locked")
            .setParameter(1, now.atOffset(ZoneOffset.UTC))
            .setParameter(2, most)
            .getResultList();
    return ids.stream()
        .map(id -> batches.locked(((Number) id).longValue()))
        .map(batch -> held(batch, now.plus(lease)))
        .toList();
  }

  private static Held held(Batch batch, Instant until) {
    long fence = batch.hold(until);
    return new Held(batch.id(), fence, batch.mark(), new Actor(batch.owner(), null));
  }

  /**
   * Says that this node lives, and answers what is wanted of it.
   *
   * @throws LeaseLost when another node has taken over
   */
  BatchState renew(Held held, Duration lease) {
    Batch batch = mine(held);
    batch.prolong(clock.instant().plus(lease));
    return batch.state();
  }

  void release(Held held) {
    Batch batch = batches.locked(held.batch());
    if (batch.isOf(held.fence())) {
      batch.release();
    }
  }

  private Batch mine(Held held) {
    Batch batch = batches.locked(held.batch());
    if (!batch.isOf(held.fence())) {
      throw new LeaseLost("batch " + held.batch());
    }
    return batch;
  }

  void rest(Held held, CarrierMessage said, Instant until) {
    mine(held).rest(said, until);
  }

  void wakeUp(Held held) {
    mine(held).wakeUp();
  }

  /** Only once nothing is under way any more. */
  void cancelTheRest(Held held) {
    mine(held);
    database
        .createQuery(
            "update BatchRow l set l.state = :cancelled"
                + " where l.batchId = :batch and l.state = :waiting")
        .setParameter("cancelled", RowState.CANCELLED)
        .setParameter("batch", held.batch())
        .setParameter("waiting", RowState.WAITING)
        .executeUpdate();
  }

  /** False when a row that nobody could find out is asked for again at this very moment. */
  boolean end(Held held) {
    Batch batch = mine(held);
    Map<RowState, Long> counts = ledger.counts(held.batch());
    if (counts.keySet().stream().anyMatch(RowState::isOpen)) {
      return false;
    }
    batch.end(clock.instant());
    long made = counts.getOrDefault(RowState.MADE, 0L);
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    String told = "%d of %d rows made".formatted(made, all);
    audit.write(held.owner(), AuditAction.BATCH_DONE, Outcome.DONE, batch.subject(), null, told);
    return true;
  }

  // --- rows; true whatever node says it ---

  BatchRow locked(long row) {
    return database.find(BatchRow.class, row, LockModeType.PESSIMISTIC_WRITE);
  }

  /** It stands for a shipment already, whose end is to be looked for. */
  void begun(long row, ShipmentView shipment) {
    locked(row).unknown(shipment);
  }

  /** What came of it; nothing for one that was not sent. */
  void answered(long row, ShipAnswer answer) {
    switch (answer) {
      case ShipAnswer.Made(ShipmentView shipment) -> locked(row).made(shipment);
      case ShipAnswer.Pending(ShipmentView shipment) -> locked(row).unknown(shipment);
      case ShipAnswer.Refused(ShipmentView shipment) ->
          locked(row).refused(shipment, said(shipment));
      case ShipAnswer.NotCreated(ShipmentView shipment) ->
          locked(row).notCreated(shipment, said(shipment));
      case ShipAnswer.Wrong(List<OrderProblem> problems) ->
          locked(row).refused(null, new CarrierMessage("", Places.of(problems.get(0)).sentence()));
      case ShipAnswer.NotSent notSent -> {}
      case ShipAnswer.Held held -> {}
      // Its key is nobody else's: should it ever hold another order, nothing may be sent.
      case ShipAnswer.KeyTaken(long shipment) ->
          locked(row)
              .refused(null, new CarrierMessage("", "Its key stands for shipment " + shipment));
    }
  }

  /** How its shipment stands now; true when that is an end. */
  boolean found(long row, ShipmentView shipment) {
    switch (shipment.state()) {
      case REQUESTED, UNKNOWN -> {
        return false;
      }
      case CREATED, VOID_REQUESTED, VOIDED, VOID_REFUSED -> locked(row).made(shipment);
      case REJECTED -> locked(row).refused(shipment, said(shipment));
      case NOT_CREATED -> locked(row).notCreated(shipment, said(shipment));
      case UNRESOLVED -> locked(row).unresolved(shipment, said(shipment));
    }
    return true;
  }

  private static CarrierMessage said(ShipmentView shipment) {
    CarrierMessage said = shipment.said();
    return said == null ? new CarrierMessage("", "") : said;
  }
}
