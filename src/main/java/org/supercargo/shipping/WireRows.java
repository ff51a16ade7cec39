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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    Map<String, Object> values = new HashMap<>();
    List<String> conditions = new ArrayList<>(List.of("w.id > 0"));
    when(conditions, values, "w.shipmentId = :shipment", "shipment", query.shipment());
    when(conditions, values, "w.accountId = :account", "account", query.account());
    when(conditions, values, "w.operation = :operation", "operation", query.operation());
    when(conditions, values, "w.transactionId = :id", "id", query.transactionId());
    when(conditions, values, "w.at >= :from", "from", query.from());
    when(conditions, values, "w.at < :to", "to", query.to());
    String text = query.text();
    if (text != null && !text.isBlank()) {
      String pattern =
          "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
      when(
          conditions,
          values,
          "(lower(w.request) like :text escape '!' or lower(w.response) like :text escape '!')",
          "text",
          pattern);
    }
    TypedQuery<WireEntry> rows =
        database.createQuery(
            "select w from WireEntry w where "
                + String.join(" and ", conditions)
                + " order by w.id desc",
            WireEntry.class);
    values.forEach(rows::setParameter);
    return rows.setFirstResult(query.first())
        .setMaxResults(query.size())
        .getResultStream()
        .map(WireEntry::view)
        .toList();
  }

  private static void when(
      List<String> conditions,
      Map<String, Object> values,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
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
