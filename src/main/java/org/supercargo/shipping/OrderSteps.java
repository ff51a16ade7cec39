package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supercargo.alert.AlertKind;
import org.supercargo.alert.Alerts;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Reference;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.query.Ids;
import org.supercargo.shipping.gate.Lane;

/** What making a shipment writes: each step in a transaction of its own, none during the call. */
@ApplicationScoped
@Transactional
class OrderSteps {
  private static final Logger LOG = System.getLogger(OrderSteps.class.getName());

  @PersistenceContext EntityManager database;
  @Inject Shipments shipments;
  @Inject Papers papers;
  @Inject AddressBook book;
  @Inject AuditTrail audit;
  @Inject Alerts alerts;
  @Inject Clock clock;

  /** Whether the key stands for a shipment already. */
  Optional<Begun> known(String owner, ShipCommand command, String fingerprint) {
    return used(owner, command.key()).map(used -> used.by(command.asked(), fingerprint));
  }

  /** What the key stands for, when just that was said with it. */
  Optional<Long> shipment(String owner, String key, String asked) {
    return used(owner, key).filter(used -> asked.equals(used.asked())).map(UsedKey::shipment);
  }

  Optional<Long> shipment(String owner, String key) {
    return used(owner, key).map(UsedKey::shipment);
  }

  private Optional<UsedKey> used(String owner, String key) {
    List<?> rows =
        database
            .createNativeQuery(
                "select fingerprint, asked, shipment_id from shipment_key"
                    + " where owner = ? and client_key = ? and shipment_id is not null")
            .setParameter(1, owner)
            .setParameter(2, key)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new UsedKey((String) row[0], (String) row[1], ((Number) row[2]).longValue()))
        .findFirst();
  }

  /** A key that stands for a shipment. */
  private record UsedKey(String fingerprint, @Nullable String asked, long shipment) {
    /** Same by what was said where that is known of both, else by the order that was made of it. */
    Begun by(@Nullable String said, String order) {
      boolean same =
          (said == null || asked == null) ? fingerprint.equals(order) : asked.equals(said);
      return same ? new Begun.Known(shipment) : new Begun.Taken(shipment);
    }
  }

  /**
   * @param keys some thousands at most
   */
  Set<String> knownAmong(String owner, List<String> keys) {
    Query query =
        database
            .createNativeQuery(
                "select client_key from shipment_key where owner = ? and shipment_id is not null"
                    + " and client_key in ("
                    + String.join(", ", Collections.nCopies(keys.size(), "?"))
                    + ")")
            .setParameter(1, owner);
    for (int i = 0; i < keys.size(); i++) {
      query.setParameter(i + 2, keys.get(i));
    }
    List<?> known = query.getResultList();
    return known.stream().map(String.class::cast).collect(Collectors.toSet());
  }

  /**
   * Writes it down under its key, unless the key is taken. Others with the same key wait for the
   * end of this transaction. Empty when the key was freed at that very moment: try again.
   *
   * @param within how long this node is believed to be at it without a sign of life
   * @param lane what comes by the background is in a file already: nobody looks for its address
   */
  Optional<Begun> request(
      Consignor from,
      ShipCommand command,
      Actor who,
      String fingerprint,
      Duration within,
      Lane lane) {
    int mine =
        database
            .createNativeQuery(
                "insert into shipment_key (owner, client_key, fingerprint, asked)"
                    + " values (?, ?, ?, cast(? as varchar(64))) on conflict do nothing")
            .setParameter(1, who.name())
            .setParameter(2, command.key())
            .setParameter(3, fingerprint)
            .setParameter(4, command.asked())
            .executeUpdate();
    if (mine == 0) {
      return known(who.name(), command, fingerprint);
    }
    Optional<Begun> held = held(from, command.order(), fingerprint);
    if (held.isPresent()) {
      free(who.name(), command.key());
      return held;
    }
    Instant now = clock.instant();
    String mark = Marks.next();
    ShipmentOrder order = marked(command.order(), mark);
    Instant until = LookSteps.moment(now.plus(within));
    Shipment shipment = new Shipment(from, order, mark, who.name(), now, until);
    database.persist(shipment);
    database.flush();
    database
        .createNativeQuery(
            "update shipment_key set shipment_id = ? where owner = ? and client_key = ?")
        .setParameter(1, shipment.id())
        .setParameter(2, who.name())
        .setParameter(3, command.key())
        .executeUpdate();
    remember(shipment, command.order());
    if (lane != Lane.BACKGROUND) {
      book.note(shipment.owner(), order.consignment().to());
    }
    ShipmentView view = shipment.view(List.of(), List.of());
    return Optional.of(new Begun.Mine(shipment.id(), order, view, until));
  }

  /** False once the key was freed, because that shipment was never sent. */
  boolean isKeyOf(long shipment, String owner, String key) {
    return !database
        .createNativeQuery(
            "select shipment_id from shipment_key"
                + " where owner = ? and client_key = ? and shipment_id = ?")
        .setParameter(1, owner)
        .setParameter(2, key)
        .setParameter(3, shipment)
        .getResultList()
        .isEmpty();
  }

  /**
   * A wish just like it whose end nobody knows. One of an account of that number that was deleted
   * since is recognised by its goods, for its fingerprint names that account; there are few.
   */
  private Optional<Begun> held(Consignor from, ShipmentOrder order, String fingerprint) {
    List<?> ids =
        database
            .createNativeQuery(
                "select s.id from shipment s left join shipment_key k on k.shipment_id = s.id"
                    + " where s.state in ('UNKNOWN', 'UNRESOLVED') and"
                    + " (s.state = 'UNKNOWN' and s.account_id = ? and k.fingerprint = ?"
                    + " or s.account_id <> ? and s.account_number = ? and s.carrier = ?)")
            .setParameter(1, from.account())
            .setParameter(2, fingerprint)
            .setParameter(3, from.account())
            .setParameter(4, from.number())
            .setParameter(5, from.carrier())
            .getResultList();
    return Ids.of(ids).stream()
        .map(id -> shipments.find(id).orElseThrow())
        .filter(open -> open.accountId() == from.account() || open.isLike(order))
        .map(open -> (Begun) new Begun.Held(open.id()))
        .findFirst();
  }

  private void free(String owner, String key) {
    database
        .createNativeQuery("delete from shipment_key where owner = ? and client_key = ?")
        .setParameter(1, owner)
        .setParameter(2, key)
        .executeUpdate();
  }

  /** By the customer's own references a shipment is found too. */
  private void remember(Shipment shipment, ShipmentOrder order) {
    order.references().stream()
        .map(reference -> new CustomerReference(shipment.id(), reference.value()))
        .forEach(database::persist);
  }

  private static ShipmentOrder marked(ShipmentOrder order, String mark) {
    List<Reference> all = new ArrayList<>();
    all.add(new Reference(Reference.Kind.TRANSACTION, mark));
    all.addAll(order.references());
    return new ShipmentOrder(
        order.consignment(),
        order.service(),
        order.transport(),
        order.duties(),
        all,
        order.description(),
        order.returns(),
        order.labelEmail(),
        order.notifications(),
        order.customs(),
        order.label(),
        order.checksAddress());
  }

  /**
   * The carrier made it: the row, its packages and its papers, or nothing. Doing it again does
   * nothing. A booking that nobody waits for gets a row of its own, to be taken back.
   */
  void booked(long id, Booking booking, Duration voidPeriod, Actor who) {
    Shipment shipment = shipments.locked(id);
    Instant now = clock.instant();
    switch (shipment.booked(booking, voidPeriod, now)) {
      case TAKEN -> {
        int position = 0;
        for (Booking.Labelled parcel : booking.parcels()) {
          database.persist(new Piece(id, ++position, parcel.trackingNumber()));
        }
        papers.fileFirst(id, booking);
        if (shipment.isDoubted()) {
          alerts.foundOut(id);
        }
        String told = "service " + shipment.row().service();
        audit(who, AuditAction.SHIPMENT_CREATED, Outcome.DONE, shipment, told);
      }
      case KNOWN -> completed(shipment, booking);
      case ORPHAN -> {
        if (shipments.pieces(id).stream().anyMatch(it -> booking.holds(it.trackingNumber()))) {
          completed(shipment, booking);
        } else {
          orphaned(shipment, booking, now, who);
        }
      }
    }
  }

  /** What was found first may have been some of its packages. */
  private void completed(Shipment shipment, Booking booking) {
    papers.file(shipment.id(), booking);
    if (!shipment.state().isVoidable()) {
      return;
    }
    List<Piece> pieces = shipments.pieces(shipment.id());
    Set<String> known = pieces.stream().map(Piece::trackingNumber).collect(Collectors.toSet());
    int position = pieces.size();
    for (Booking.Labelled parcel : booking.parcels()) {
      if (known.add(parcel.trackingNumber())) {
        database.persist(new Piece(shipment.id(), ++position, parcel.trackingNumber()));
      }
    }
    shipment.holds(position);
  }

  /**
   * Whether it may be the rest of this shipment: the carrier names packages one by one where it has
   * no labels of them. A label that is in use must not be taken back.
   */
  private boolean mayBeTheRest(Shipment shipment, Booking booking) {
    int missing =
        shipment.order().consignment().parcels().size() - shipments.pieces(shipment.id()).size();
    return shipment.number().isPresent()
        && booking.parcels().size() <= missing
        && booking.parcels().stream().allMatch(it -> it.label() == null);
  }

  private void orphaned(Shipment shipment, Booking booking, Instant now, Actor who) {
    String number = booking.shipmentNumber();
    if (shipments.isKnown(shipment.carrier(), booking)) {
      return;
    }
    if (mayBeTheRest(shipment, booking)) {
      LOG.log(Level.WARNING, "{0}: {1} may be a package of it", shipment.reference(), number);
      return;
    }
    Shipment orphan = shipment.orphan(number, booking.parcels().size(), now);
    database.persist(orphan);
    database.flush();
    int position = 0;
    for (Booking.Labelled parcel : booking.parcels()) {
      Piece piece = new Piece(orphan.id(), ++position, parcel.trackingNumber());
      piece.voidRequested();
      database.persist(piece);
    }
    String told = "made for " + shipment.reference() + " though nobody wants it; taken back";
    audit(who, AuditAction.SHIPMENT_ORPHANED, Outcome.FAILED, orphan, told);
    alerts.ofShipment(
        AlertKind.SHIPMENT_ORPHANED,
        orphan.carrier(),
        orphan.accountId(),
        orphan.id(),
        number + " was made for " + shipment.reference() + " though nobody wants it.");
    LOG.log(Level.ERROR, "{0} was made once too often: {1}", shipment.reference(), number);
  }

  void rejected(long id, CarrierMessage said, Actor who) {
    Shipment shipment = shipments.locked(id);
    if (shipment.rejected(said, clock.instant())) {
      audit(who, AuditAction.SHIPMENT_REFUSED, Outcome.REFUSED, shipment, words(said));
    }
  }

  /** Also frees its key: whoever sends it again means another try. */
  void notSent(long id, CarrierMessage said, Actor who) {
    Shipment shipment = shipments.locked(id);
    if (shipment.notSent(said, clock.instant())) {
      database
          .createNativeQuery("delete from shipment_key where shipment_id = ?")
          .setParameter(1, id)
          .executeUpdate();
      audit(who, AuditAction.SHIPMENT_NOT_CREATED, Outcome.FAILED, shipment, words(said));
    }
  }

  void answerLost(long id, CarrierMessage said, Actor who) {
    Shipment shipment = shipments.locked(id);
    if (shipment.answerLost(said, clock.instant())) {
      audit(who, AuditAction.SHIPMENT_UNKNOWN, Outcome.FAILED, shipment, words(said));
    }
  }

  private static String words(CarrierMessage said) {
    return (said.code() + " " + said.text()).strip();
  }

  private void audit(
      Actor who, AuditAction action, Outcome outcome, Shipment shipment, String detail) {
    audit.write(who, action, outcome, shipment.subject(), shipment.accountId(), detail);
  }
}
