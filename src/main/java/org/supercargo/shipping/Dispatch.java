package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.ApplicationRefused;
import org.supercargo.carrier.CarrierException.ReconnectNeeded;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.TokenRefused;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.CarrierShipping;
import org.supercargo.shipping.gate.Lane;

/**
 * One shipment from the written wish to the stored label. The carrier is asked once, outside any
 * transaction; whatever happens then, the row knows enough to find out later.
 */
@ApplicationScoped
class Dispatch {
  private static final Logger LOG = System.getLogger(Dispatch.class.getName());

  /** From the written wish to the call: for the token and the turn at the gate. */
  private static final Duration SEND_WITHIN = Duration.ofSeconds(45);

  private static final Duration MARGIN = Duration.ofSeconds(30);

  @Inject OrderSteps steps;
  @Inject Storing storing;
  @Inject Calls calls;
  @Inject Sockets sockets;
  @Inject Wires wires;
  @Inject Underway underway;

  /** Null when it was made, refused, or nobody knows: the row tells. Else why it was not sent. */
  @Nullable CarrierException send(Begun.Mine begun, Consignor from, Actor who, Lane lane) {
    CarrierShipping socket = sockets.shipping(from.carrier());
    underway.begins(begun.shipment(), 0, begun.until(), longest(socket));
    try {
      return send(socket, begun, from, who, lane);
    } finally {
      underway.ends(begun.shipment(), 0);
    }
  }

  /** Two calls, should a token be refused. */
  private static Duration longest(CarrierShipping socket) {
    return SEND_WITHIN.plus(socket.longestCall().multipliedBy(2)).plus(MARGIN);
  }

  private @Nullable CarrierException send(
      CarrierShipping socket, Begun.Mine begun, Consignor from, Actor who, Lane lane) {
    Sending sending = new Sending();
    try {
      calls.once(
          from.account(),
          lane,
          credentials -> {
            sending.begins();
            Booking booking =
                socket.ship(
                    credentials, begun.order(), wires.about(from.account(), begun.shipment()));
            sending.booking.set(booking);
            return booking;
          });
    } catch (CarrierException refused) {
      if (sending.booking.get() == null) {
        return ended(begun.shipment(), refused, who);
      }
    } catch (RuntimeException broken) {
      if (sending.booking.get() == null) {
        broken(begun.shipment(), broken, sending.begun, who);
        throw broken;
      }
    }
    Booking made = sending.booking.get();
    if (made != null) {
      storing.keep(begun.shipment(), made, socket.voidPeriod(), who);
    }
    return null;
  }

  private @Nullable CarrierException ended(long id, CarrierException why, Actor who) {
    if (why.isAnswerLost()) {
      noted(id, () -> steps.answerLost(id, why.said(), who));
      return null;
    }
    return switch (why) {
      case Rejected no -> {
        noted(id, () -> steps.rejected(id, no.said(), who));
        yield null;
      }
      case Unavailable away -> notSent(id, why, who);
      case TokenRefused token -> notSent(id, why, who);
      case ApplicationRefused application -> notSent(id, why, who);
      case ReconnectNeeded dead -> notSent(id, why, who);
    };
  }

  private CarrierException notSent(long id, CarrierException why, Actor who) {
    noted(id, () -> steps.notSent(id, why.said(), who));
    return why;
  }

  private void broken(long id, RuntimeException broken, boolean sent, Actor who) {
    CarrierMessage said = new CarrierMessage("", "Failed: " + broken.getClass().getSimpleName());
    if (sent) {
      noted(id, () -> steps.answerLost(id, said, who));
    } else {
      noted(id, () -> steps.notSent(id, said, who));
    }
  }

  /** What can't be written now is found out later, from the row as it stands. */
  private static void noted(long id, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException databaseAway) {
      LOG.log(Level.WARNING, "shipment {0}: its end could not be noted", Long.toString(id));
    }
  }

  /** One call on its way. */
  private static final class Sending {
    private final AtomicReference<@Nullable Booking> booking = new AtomicReference<>();
    private final long since = System.nanoTime();
    private boolean begun;

    /** A server that stood still too long must not send what others count as not sent. */
    void begins() {
      if (System.nanoTime() - since > SEND_WITHIN.toNanos()) {
        throw new Unavailable(new CarrierMessage("", "It took too long until it could be sent."));
      }
      begun = true;
    }
  }
}
