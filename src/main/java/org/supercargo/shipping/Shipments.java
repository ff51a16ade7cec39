package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Booking;

/** Reads shipments, and locks them. */
@ApplicationScoped
@Transactional
class Shipments {
  @PersistenceContext EntityManager database;
  @Inject Papers papers;
  @Inject Clock clock;

  /** Kept as it is until the caller's transaction ends. */
  Shipment locked(long id) {
    return Optional.ofNullable(database.find(Shipment.class, id, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(() -> new NoSuchElementException("no shipment " + id));
  }

  Optional<Shipment> find(long id) {
    return Optional.ofNullable(database.find(Shipment.class, id));
  }

  /** Whether it, or a package of it, is a shipment's. */
  boolean isKnown(String carrier, Booking booking) {
    List<String> numbers =
        Stream.concat(
                Stream.of(booking.shipmentNumber()),
                booking.parcels().stream().map(Booking.Labelled::trackingNumber))
            .toList();
    return isAny("Shipment s where s.number in :numbers", carrier, numbers)
        || isAny(
            "Shipment s, Piece p where p.trackingNumber in :numbers and s.id = p.shipmentId",
            carrier,
            numbers);
  }

  private boolean isAny(String what, String carrier, List<String> numbers) {
    return !database
        .createQuery("select s.id from " + what + " and s.carrier = :carrier", Long.class)
        .setParameter("numbers", numbers)
        .setParameter("carrier", carrier)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  List<Piece> pieces(long shipment) {
    return database
        .createQuery(
            "select p from Piece p where p.shipmentId = :shipment order by p.position", Piece.class)
        .setParameter("shipment", shipment)
        .getResultList();
  }

  /**
   * Those that nobody knows the end of.
   *
   * @param since when the oldest was wished for, UTC; null when there is none
   */
  record Unknown(long count, @Nullable Instant since) {}

  Unknown unknown() {
    long count =
        database
            .createQuery("select count(s) from Shipment s where s.state = :unknown", Long.class)
            .setParameter("unknown", ShipmentState.UNKNOWN)
            .getSingleResult();
    return new Unknown(
        count,
        database
            .createQuery(
                "select s.requestedAt from Shipment s where s.state = :unknown"
                    + " order by s.requestedAt",
                Instant.class)
            .setParameter("unknown", ShipmentState.UNKNOWN)
            .setMaxResults(1)
            .getResultStream()
            .findFirst()
            .orElse(null));
  }

  Optional<ShipmentView> view(long id) {
    return find(id).map(this::view);
  }

  ShipmentView view(Shipment shipment) {
    return shipment.view(
        pieces(shipment.id()).stream().map(Piece::view).toList(), papers.listed(shipment.id()));
  }

  ShipmentState state(long id) {
    return find(id).map(Shipment::state).orElseThrow();
  }

  /** The ids first, then their rows: a database pages through a hundred thousand ids in no time. */
  List<ShipmentRow> list(ShipmentQuery query) {
    return rows(
        new ShipmentSearch(database, query, clock.instant())
            .ids()
            .setFirstResult(query.first())
            .setMaxResults(query.size())
            .getResultList());
  }

  long count(ShipmentQuery query) {
    return new ShipmentSearch(database, query, clock.instant()).count();
  }

  /** In the order of the ids. */
  private List<ShipmentRow> rows(List<Long> ids) {
    Map<Long, ShipmentRow> found = new HashMap<>();
    if (!ids.isEmpty()) {
      database
          .createQuery("select s from Shipment s where s.id in :ids", Shipment.class)
          .setParameter("ids", ids)
          .getResultStream()
          .forEach(shipment -> found.put(shipment.id(), shipment.row()));
    }
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }
}
