package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.shipping.gate.Lane;
import org.supercargo.shipping.label.Packed;

/** Makes one shipment a key, however often and wherever it is asked for. */
@ApplicationScoped
class Ordering {
  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofMillis(500);
  private static final int TRIES = 100;

  @Inject OrderSteps steps;
  @Inject Dispatch dispatch;
  @Inject Shipments shipments;
  @Inject Consignors consignors;
  @Inject Sockets sockets;

  Optional<ShipmentView> known(String key, Actor who) {
    return steps.shipment(who.name(), key).flatMap(shipments::view);
  }

  Set<String> knownAmong(List<String> keys, Actor who) {
    return keys.isEmpty() ? Set.of() : steps.knownAmong(who.name(), keys);
  }

  /** Whatever the order would be by now, and whether it could be made. */
  Optional<ShipAnswer> again(String key, String asked, Actor who) {
    return steps.shipment(who.name(), key, asked).map(known -> awaited(known, key, who));
  }

  ShipAnswer ship(ShipCommand command, Actor who, Lane lane) {
    String fingerprint = fingerprint(command);
    Consignor from = consignors.of(command.account());
    List<OrderProblem> problems = problems(command, from);
    if (!problems.isEmpty()) {
      return steps
          .known(who.name(), command, fingerprint)
          .map(known -> answer(known, command, from, who, lane))
          .orElseGet(() -> new ShipAnswer.Wrong(problems));
    }
    Begun begun = requested(from, command, who, fingerprint, lane);
    return answer(begun, command, from, who, lane);
  }

  /** Whoever holds the key may free it just when it is looked for. */
  private Begun requested(
      Consignor from, ShipCommand command, Actor who, String fingerprint, Lane lane) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Begun> begun = steps.request(from, command, who, fingerprint, Underway.LEASE, lane);
      if (begun.isPresent()) {
        return begun.get();
      }
      Pause.of(FIRST);
    }
    throw new IllegalStateException("a key was taken and freed too often");
  }

  private List<OrderProblem> problems(ShipCommand command, Consignor from) {
    List<OrderProblem> problems = new ArrayList<>(Checks.key(command.key()));
    problems.addAll(Checks.order(from, command.order(), sockets.shipping(from.carrier())));
    return problems;
  }

  List<OrderProblem> problems(long account, ShipmentOrder order) {
    Consignor from = consignors.of(account);
    return Checks.order(from, order, sockets.shipping(from.carrier()));
  }

  private static String fingerprint(ShipCommand command) {
    String asked = command.account() + " " + Json.of(command.order());
    return Packed.checksum(asked.getBytes(StandardCharsets.UTF_8));
  }

  private ShipAnswer answer(
      Begun begun, ShipCommand command, Consignor from, Actor who, Lane lane) {
    return switch (begun) {
      case Begun.Taken(long shipment) -> new ShipAnswer.KeyTaken(shipment);
      case Begun.Held(long unknown) -> new ShipAnswer.Held(shipments.view(unknown).orElseThrow());
      case Begun.Known(long shipment) -> awaited(shipment, command.key(), who);
      case Begun.Mine mine -> sent(mine, from, who, lane);
    };
  }

  private ShipAnswer sent(Begun.Mine mine, Consignor from, Actor who, Lane lane) {
    CarrierException notSent = dispatch.send(mine, from, who, lane);
    ShipmentView now = seen(mine);
    return notSent == null ? told(now) : new ShipAnswer.NotSent(now, notSent);
  }

  /** While the database is away, as it was when it was written. */
  private ShipmentView seen(Begun.Mine mine) {
    try {
      return shipments.view(mine.shipment()).orElse(mine.view());
    } catch (RuntimeException databaseAway) {
      return mine.view();
    }
  }

  /** Somebody else is at it, on this node or another: waits as long as a call may take. */
  private ShipAnswer awaited(long shipment, String key, Actor who) {
    String carrier = shipments.find(shipment).orElseThrow().carrier();
    long end = System.nanoTime() + sockets.shipping(carrier).longestCall().toNanos();
    Duration pause = FIRST;
    while (shipments.state(shipment) == ShipmentState.REQUESTED && System.nanoTime() - end < 0) {
      Pause.of(pause);
      pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
    }
    ShipmentView now = shipments.view(shipment).orElseThrow();
    return now.state() == ShipmentState.NOT_CREATED && !steps.isKeyOf(shipment, who.name(), key)
        ? new ShipAnswer.NotSent(now, new Unavailable(said(now)))
        : told(now);
  }

  private static CarrierMessage said(ShipmentView shipment) {
    return Optional.ofNullable(shipment.said())
        .orElseGet(() -> new CarrierMessage("", "It was not sent; try again."));
  }

  private static ShipAnswer told(ShipmentView shipment) {
    return switch (shipment.state()) {
      case REQUESTED, UNKNOWN, UNRESOLVED -> new ShipAnswer.Pending(shipment);
      case REJECTED -> new ShipAnswer.Refused(shipment);
      case NOT_CREATED -> new ShipAnswer.NotCreated(shipment);
      case CREATED, VOID_REQUESTED, VOIDED, VOID_REFUSED -> new ShipAnswer.Made(shipment);
    };
  }
}
