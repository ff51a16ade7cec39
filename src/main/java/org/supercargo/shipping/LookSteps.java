package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.supercargo.alert.AlertKind;
import org.supercargo.alert.Alerts;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.carrier.VoidAnswer;
import org.supercargo.query.Ids;
import org.supercargo.shipping.Reopening.Unresolved;

/** What finding out writes, each step in a transaction of its own. */
@ApplicationScoped
@Transactional
class LookSteps {
  /** Who finds out, in the audit trail. */
  static final Actor FINDER = new Actor("shipment check", null);

  /** The carrier keeps labels for so long; of what is older its silence proves nothing. */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  @PersistenceContext EntityManager database;
  @Inject Shipments shipments;
  @Inject AuditTrail audit;
  @Inject Alerts alerts;
  @Inject Clock clock;

  /**
   * Shipments whose time has come, taken up so that nobody else does for a while. One whose node
   * has told nothing in time is unknown from now on.
   */
  List<Look> claim(int most, Duration lease) {
    Instant now = clock.instant();
    List<?> ids =
        database
            .createNativeQuery(
                "select id from shipment where due_at <= ? order by due_at limit ?"
                    + " for update skip locked")
            .setParameter(1, now.atOffset(ZoneOffset.UTC))
            .setParameter(2, most)
            .getResultList();
    return Ids.of(ids).stream().map(id -> claimed(id, now, lease)).toList();
  }

  private Look claimed(long id, Instant now, Duration lease) {
    Shipment shipment = shipments.locked(id);
    String why = "The server stopped before it was known what came of it.";
    if (shipment.answerLost(new CarrierMessage("", why), now)) {
      audit(AuditAction.SHIPMENT_UNKNOWN, Outcome.FAILED, shipment, why);
    }
    Instant until = moment(now.plus(lease));
    long fence = shipment.claim(until);
    ShipmentOrder order = shipment.order();
    return new Look(
        id,
        fence,
        shipment.state(),
        shipment.carrier(),
        shipment.accountId(),
        shipment.accountNumber(),
        shipment.reference(),
        shipment.requestedAt(),
        order.label().format(),
        order.consignment().parcels().size(),
        until);
  }

  /** Whose shipments could not be found out, as far as the carrier still knows them. */
  List<Unresolved> unresolved() {
    List<?> rows =
        database
            .createNativeQuery(
                "select distinct carrier, account_number from shipment"
                    + " where state = 'UNRESOLVED' and requested_at > ?")
            .setParameter(1, remembered())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Unresolved((String) row[0], (String) row[1]))
        .toList();
  }

  /**
   * There is somebody again who can ask: they are unknown once more, each on one node only.
   *
   * @return how many
   */
  int reopen(Unresolved of, int most) {
    Instant now = clock.instant();
    List<?> ids =
        database
            .createNativeQuery(
                "select id from shipment where state = 'UNRESOLVED' and requested_at > ?"
                    + " and carrier = ? and account_number = ? order by id limit ?"
                    + " for update skip locked")
            .setParameter(1, remembered())
            .setParameter(2, of.carrier())
            .setParameter(3, of.number())
            .setParameter(4, most)
            .getResultList();
    for (long id : Ids.of(ids)) {
      Shipment shipment = shipments.locked(id);
      if (shipment.reopened(now)) {
        String told = "the account is connected again";
        audit(AuditAction.SHIPMENT_UNKNOWN, Outcome.DONE, shipment, told);
      }
    }
    return ids.size();
  }

  private OffsetDateTime remembered() {
    return clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC);
  }

  /** As every database keeps it. */
  static Instant moment(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * This node is still at it. Past the version, so that it disturbs nobody who changes it.
   *
   * @param until as this node wrote it last
   * @return until when from now on; empty when it has ended or another node has it
   */
  Optional<Instant> prolong(long id, long fence, Instant until, Duration lease) {
    Instant next = moment(clock.instant().plus(lease));
    int mine =
        database
            .createNativeQuery(
                "update shipment set due_at = ? where id = ? and fence = ? and due_at = ?")
            .setParameter(1, next.atOffset(ZoneOffset.UTC))
            .setParameter(2, id)
            .setParameter(3, fence)
            .setParameter(4, until.atOffset(ZoneOffset.UTC))
            .executeUpdate();
    return mine == 1 ? Optional.of(next) : Optional.empty();
  }

  /**
   * The carrier knows of no such shipment.
   *
   * @param askedAt when the carrier was asked
   * @param grace how long the carrier may take to know what it made
   */
  void notFound(Look look, Instant askedAt, Duration grace) {
    Shipment shipment = shipments.locked(look.shipment());
    if (shipment.isOf(look.fence()) && shipment.notFound(askedAt, clock.instant(), grace)) {
      alerts.foundOut(look.shipment());
      String told = "the carrier does not know it";
      audit(AuditAction.SHIPMENT_NOT_CREATED, Outcome.DONE, shipment, told);
    }
  }

  void foundVoided(Look look, CarrierMessage said) {
    Shipment shipment = shipments.locked(look.shipment());
    if (shipment.state() == ShipmentState.UNKNOWN) {
      shipment.foundVoided(said, clock.instant());
      alerts.foundOut(look.shipment());
      audit(AuditAction.SHIPMENT_VOIDED, Outcome.DONE, shipment, "found taken back");
    } else if (shipment.isOf(look.fence())) {
      shipment.rest(clock.instant());
    }
  }

  /** Its account was deleted: it ends as nobody knows how, and people are told. */
  void nobodyCanAsk(Look look) {
    Shipment shipment = shipments.locked(look.shipment());
    if (!shipment.isOf(look.fence())) {
      return;
    }
    String what = shipment.state() == ShipmentState.UNKNOWN ? "made" : "taken back";
    CarrierMessage said =
        new CarrierMessage(
            "",
            "The account %s was deleted before it was known whether %s was %s."
                .formatted(look.accountNumber(), shipment.subject(), what));
    Instant now = clock.instant();
    if (shipment.unresolved(said, now)) {
      VoidAnswer refused = new VoidAnswer.Refused(said);
      shipments.pieces(look.shipment()).stream()
          .filter(Piece::isPending)
          .forEach(piece -> piece.answered(refused, now));
      audit(AuditAction.SHIPMENT_UNRESOLVED, Outcome.FAILED, shipment, said.text());
      alerts.ofShipment(
          AlertKind.SHIPMENT_UNRESOLVED,
          shipment.carrier(),
          shipment.accountId(),
          shipment.id(),
          said.text());
    }
  }

  /** The carrier could not be asked, or its word not be had. */
  void postpone(Look look) {
    Shipment shipment = shipments.locked(look.shipment());
    if (shipment.isOf(look.fence())) {
      shipment.postpone(clock.instant());
    }
  }

  /** There is nothing to find out now. */
  void rest(Look look) {
    Shipment shipment = shipments.locked(look.shipment());
    if (shipment.isOf(look.fence())) {
      shipment.rest(clock.instant());
    }
  }

  private void audit(AuditAction action, Outcome outcome, Shipment shipment, String detail) {
    audit.write(FINDER, action, outcome, shipment.subject(), shipment.accountId(), detail);
  }
}
