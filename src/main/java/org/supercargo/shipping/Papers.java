package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.Document;
import org.supercargo.carrier.DocumentFormat;

/** The papers of shipments in the database. */
@ApplicationScoped
@Transactional
class Papers {
  @PersistenceContext EntityManager database;
  @Inject Clock clock;

  /** What takes in one paper; one of the shipment as a whole has no tracking number. */
  private interface Taker {
    void take(@Nullable String trackingNumber, Filed.Kind kind, Document document);
  }

  /** Everything that came; what is there already in that format is replaced. */
  void file(long shipment, Booking booking) {
    each(booking, (number, kind, document) -> file(shipment, number, kind, document));
  }

  /** The first that come of a shipment: there is nothing yet to be looked for and replaced. */
  void fileFirst(long shipment, Booking booking) {
    Instant now = clock.instant();
    each(
        booking,
        (number, kind, document) ->
            database.persist(new Filed(shipment, number, kind, document, now)));
  }

  private static void each(Booking booking, Taker taker) {
    for (Booking.Labelled parcel : booking.parcels()) {
      Document label = parcel.label();
      if (label != null) {
        taker.take(parcel.trackingNumber(), Filed.Kind.LABEL, label);
      }
      for (Document paper : parcel.documents()) {
        taker.take(parcel.trackingNumber(), Filed.Kind.PAPER, paper);
      }
    }
    for (Document paper : booking.documents()) {
      taker.take(null, Filed.Kind.PAPER, paper);
    }
  }

  private void file(
      long shipment, @Nullable String trackingNumber, Filed.Kind kind, Document document) {
    Instant now = clock.instant();
    same(shipment, trackingNumber, kind, document)
        .ifPresentOrElse(
            there -> there.replace(document.bytes(), now),
            () -> database.persist(new Filed(shipment, trackingNumber, kind, document, now)));
  }

  /** What it replaces: a label is one of its kind, other papers go by their names. */
  private Optional<Filed> same(
      long shipment, @Nullable String trackingNumber, Filed.Kind kind, Document document) {
    String whose = trackingNumber == null ? "is null" : "= :number";
    TypedQuery<Filed> query =
        database
            .createQuery(
                "select f from Filed f where f.shipmentId = :shipment and f.kind = :kind"
                    + " and f.format = :format and f.trackingNumber "
                    + whose,
                Filed.class)
            .setParameter("shipment", shipment)
            .setParameter("kind", kind)
            .setParameter("format", document.format());
    if (trackingNumber != null) {
      query.setParameter("number", trackingNumber);
    }
    return query
        .getResultStream()
        .filter(it -> it.isLabel() || it.isNamed(document.name()))
        .findFirst();
  }

  /** Without their content, which may be megabytes. */
  List<ShipmentView.Paper> listed(long shipment) {
    return database
        .createQuery(
            "select f.id, f.trackingNumber, f.kind, f.name, f.format, f.size, f.sweptAt"
                + " from Filed f where f.shipmentId = :shipment order by f.id",
            Object[].class)
        .setParameter("shipment", shipment)
        .getResultStream()
        .map(
            row ->
                new ShipmentView.Paper(
                    (Long) row[0],
                    (String) row[1],
                    row[2] == Filed.Kind.LABEL,
                    (String) row[3],
                    (DocumentFormat) row[4],
                    (Integer) row[5],
                    row[6] == null))
        .toList();
  }

  /** One paper; empty when there is none, it was swept, or it is damaged. */
  Optional<Document> document(long shipment, long paper) {
    return Optional.ofNullable(database.find(Filed.class, paper))
        .filter(it -> it.shipmentId() == shipment)
        .flatMap(Filed::document);
  }

  /** That package's label in that format, when it is there and whole. */
  Optional<Document> label(long shipment, String trackingNumber, DocumentFormat format) {
    return database
        .createQuery(
            "select f from Filed f where f.shipmentId = :shipment and f.kind = :label"
                + " and f.trackingNumber = :number and f.format = :format",
            Filed.class)
        .setParameter("shipment", shipment)
        .setParameter("label", Filed.Kind.LABEL)
        .setParameter("number", trackingNumber)
        .setParameter("format", format)
        .getResultStream()
        .flatMap(it -> it.document().stream())
        .findFirst();
  }

  /** Takes the contents of the oldest papers away; answers how many. */
  int sweep(Instant before, int most) {
    List<Long> old =
        database
            .createQuery(
                "select f.id from Filed f where f.sweptAt is null and f.storedAt < :before"
                    + " order by f.storedAt",
                Long.class)
            .setParameter("before", before)
            .setMaxResults(most)
            .getResultList();
    if (!old.isEmpty()) {
      database
          .createQuery("update Filed f set f.content = null, f.sweptAt = :now where f.id in :ids")
          .setParameter("now", clock.instant())
          .setParameter("ids", old)
          .executeUpdate();
    }
    return old.size();
  }

  /** Takes the contents of all papers of these shipments away. */
  void sweep(List<Long> shipments) {
    if (!shipments.isEmpty()) {
      database
          .createQuery(
              "update Filed f set f.content = null, f.sweptAt = :now"
                  + " where f.shipmentId in :shipments and f.sweptAt is null")
          .setParameter("now", clock.instant())
          .setParameter("shipments", shipments)
          .executeUpdate();
    }
  }
}
