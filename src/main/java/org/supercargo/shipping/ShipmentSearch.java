package org.supercargo.shipping;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.supercargo.query.Criteria;

/** One question to the list of shipments, put together from what the query names. */
class ShipmentSearch {
  private final EntityManager rows;
  private final ShipmentQuery query;
  private final Criteria criteria = new Criteria();

  ShipmentSearch(EntityManager rows, ShipmentQuery query, Instant now) {
    this.rows = rows;
    this.query = query;
    criteria.always("s.id > 0");
    criteria.when("s.state = :state", "state", query.state());
    Set<Long> accounts = query.accounts();
    if (accounts != null) {
      // An empty list is no SQL.
      criteria.when(
          "s.accountId in :accounts", "accounts", accounts.isEmpty() ? Set.of(-1L) : accounts);
    }
    criteria.when("s.requestedAt >= :from", "from", query.from());
    criteria.when("s.requestedAt < :to", "to", query.to());
    String reference = query.reference();
    if (reference != null) {
      criteria.when(
          "(s.reference = :mark or s.id in"
              + " (select r.shipmentId from CustomerReference r where r.text = :mark))",
          "mark",
          reference.strip().toUpperCase(Locale.ROOT));
    }
    String number = query.trackingNumber();
    if (number != null) {
      criteria.when(
          "(s.number = :number or s.id in"
              + " (select p.shipmentId from Piece p where p.trackingNumber = :number))",
          "number",
          number.strip().toUpperCase(Locale.ROOT));
    }
    if (query.unused()) {
      criteria.when("s.voidableUntil > :now", "now", now);
      criteria.when(
          "s.state in :voidable",
          "voidable",
          List.of(ShipmentState.CREATED, ShipmentState.VOID_REFUSED));
      criteria.always("s.usedAt is null");
    }
    ShipmentQuery.Place after = query.after();
    if (after != null) {
      after(after);
    }
  }

  private void after(ShipmentQuery.Place row) {
    if (!query.unused()) {
      criteria.when("s.id < :after", "after", row.id());
      return;
    }
    Instant deadline = Objects.requireNonNull(row.deadline());
    criteria.when("s.voidableUntil >= :deadline", "deadline", deadline);
    criteria.when("(s.voidableUntil > :deadline or s.id > :after)", "after", row.id());
  }

  TypedQuery<Long> ids() {
    String order = query.unused() ? " order by s.voidableUntil, s.id" : " order by s.id desc";
    return bound("select s.id from Shipment s" + criteria.where() + order);
  }

  long count() {
    return bound("select count(s) from Shipment s" + criteria.where()).getSingleResult();
  }

  private TypedQuery<Long> bound(String text) {
    return criteria.bind(rows.createQuery(text, Long.class));
  }
}
