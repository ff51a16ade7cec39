package org.supercargo.shipping;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One question to the list of shipments, put together from what the query names. */
class ShipmentSearch {
  private final EntityManager rows;
  private final ShipmentQuery query;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  ShipmentSearch(EntityManager rows, ShipmentQuery query, Instant now) {
    this.rows = rows;
    this.query = query;
    conditions.add("s.id > 0");
    when("s.state = :state", "state", query.state());
    Set<Long> accounts = query.accounts();
    if (accounts != null) {
      // An empty list is no SQL.
      when("s.accountId in :accounts", "accounts", accounts.isEmpty() ? Set.of(-1L) : accounts);
    }
    when("s.requestedAt >= :from", "from", query.from());
    when("s.requestedAt < :to", "to", query.to());
    when("s.id < :before", "before", query.before());
    String reference = query.reference();
    if (reference != null) {
      when(
          "(s.reference = :mark or s.id in"
              + " (select r.shipmentId from CustomerReference r where r.text = :mark))",
          "mark",
          reference.strip().toUpperCase(Locale.ROOT));
    }
    String number = query.trackingNumber();
    if (number != null) {
      when(
          "(s.number = :number or s.id in"
              + " (select p.shipmentId from Piece p where p.trackingNumber = :number))",
          "number",
          number.strip().toUpperCase(Locale.ROOT));
    }
    if (query.unused()) {
      when("s.voidableUntil > :now", "now", now);
      when(
          "s.state in :voidable",
          "voidable",
          List.of(ShipmentState.CREATED, ShipmentState.VOID_REFUSED));
      conditions.add("s.usedAt is null");
    }
  }

  TypedQuery<Long> ids() {
    String order = query.unused() ? " order by s.voidableUntil, s.id" : " order by s.id desc";
    return bound("select s.id from Shipment s" + where() + order);
  }

  long count() {
    return bound("select count(s) from Shipment s" + where()).getSingleResult();
  }

  private String where() {
    return " where " + String.join(" and ", conditions);
  }

  private void when(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  private TypedQuery<Long> bound(String text) {
    TypedQuery<Long> bound = rows.createQuery(text, Long.class);
    values.forEach(bound::setParameter);
    return bound;
  }
}
