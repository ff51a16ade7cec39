package org.supercargo.shipping.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.supercargo.account.Succession;
import org.supercargo.shipping.ShipmentView;

/** What is written of rows after their end, each step in a transaction of its own. */
@ApplicationScoped
@Transactional
class AftermathSteps {
  /** What may be sent, or sent again, goes by the account that is connected. */
  private static final Set<RowState> MAY_BE_SENT =
      EnumSet.of(RowState.WAITING, RowState.UNKNOWN, RowState.UNRESOLVED);

  @PersistenceContext EntityManager database;
  @Inject BatchSteps batches;
  @Inject RunSteps running;

  /** Which of the accounts have rows that may still be sent. */
  Set<Long> leaving(List<Long> deleted) {
    return database
        .createQuery(
            "select distinct l.accountId from BatchRow l"
                + " where l.state in :states and l.accountId in :deleted",
            Long.class)
        .setParameter("states", MAY_BE_SENT)
        .setParameter("deleted", deleted)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  void inherit(Succession pair) {
    database
        .createQuery(
            "update BatchRow l set l.accountId = :heir"
                + " where l.accountId = :deleted and l.state in :states")
        .setParameter("heir", pair.heir())
        .setParameter("deleted", pair.deleted())
        .setParameter("states", MAY_BE_SENT)
        .executeUpdate();
  }

  /**
   * Rows that say what is no longer true of their shipments. A batch that is not over looks after
   * its unknown rows itself.
   */
  List<Long> outdated(int most) {
    List<?> ids =
        database
            .createNativeQuery(
                "select r.id from shipment_batch_row r"
                    + " join shipment s on s.id = r.shipment_id"
                    + " join shipment_batch b on b.id = r.batch_id"
                    + " where r.state in ('UNRESOLVED', 'UNKNOWN') and s.state <> 'REQUESTED'"
                    + " and (r.state = 'UNRESOLVED' or b.state = 'DONE') and r.state <> s.state"
                    + " order by r.id limit ?")
            .setParameter(1, most)
            .getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).toList();
  }

  Optional<Long> shipment(long row) {
    return Optional.ofNullable(database.find(BatchRow.class, row)).flatMap(BatchRow::shipment);
  }

  /** In a batch that goes on the rest is its own: it looks after what is unknown. */
  void tell(long row, ShipmentView shipment) {
    long batch = database.find(BatchRow.class, row).batchId();
    boolean over = batches.locked(batch).state().isOver();
    BatchRow told = running.locked(row);
    told.askedAgain();
    if (over) {
      running.found(row, shipment);
      told.endsWithItsBatch();
    }
  }
}
