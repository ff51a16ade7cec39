package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.supercargo.query.Criteria;

/** The wire log in the database. */
@ApplicationScoped
@Transactional
class WireRows {
  @PersistenceContext EntityManager database;

  /** In one go: row by row it would be most of what the log costs. */
  void write(List<WireEntry> entries) {
    try (PreparedStatement insert =
        database.unwrap(Connection.class).prepareStatement(WireEntry.INSERT)) {
      for (WireEntry entry : entries) {
        entry.fill(insert);
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException failed) {
      throw new PersistenceException(failed);
    }
  }

  /** Newest first. */
  List<WireView> find(WireQuery query) {
    Criteria criteria = new Criteria();
    criteria.always("w.id > 0");
    criteria.when("w.shipmentId = :shipment", "shipment", query.shipment());
    criteria.when("w.accountId = :account", "account", query.account());
    criteria.when("w.operation = :operation", "operation", query.operation());
    criteria.when("w.transactionId = :id", "id", query.transactionId());
    criteria.when("w.at >= :from", "from", query.from());
    criteria.when("w.at < :to", "to", query.to());
    criteria.when(
        "(lower(w.request) like :text escape '!' or lower(w.response) like :text escape '!')",
        "text",
        Criteria.within(query.text()));
    String sql = "select w from WireEntry w" + criteria.where() + " order by w.id desc";
    TypedQuery<WireEntry> rows = criteria.bind(database.createQuery(sql, WireEntry.class));
    return rows.setFirstResult(query.first())
        .setMaxResults(query.size())
        .getResultStream()
        .map(WireEntry::view)
        .toList();
  }

  /** Takes the oldest entries away; answers how many. */
  int sweep(Instant before, int most) {
    List<Long> old =
        database
            .createQuery(
                "select w.id from WireEntry w where w.at < :before order by w.at", Long.class)
            .setParameter("before", before)
            .setMaxResults(most)
            .getResultList();
    if (!old.isEmpty()) {
      database
          .createQuery("delete from WireEntry w where w.id in :ids")
          .setParameter("ids", old)
          .executeUpdate();
    }
    return old.size();
  }
}
