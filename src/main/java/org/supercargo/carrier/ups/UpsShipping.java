package org.supercargo.carrier.ups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierShipping;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.carrier.Recovery;
import org.supercargo.carrier.RecoveryQuestion;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.carrier.VoidOrder;
import org.supercargo.carrier.Voiding;
import org.supercargo.carrier.WireLog;

/** UPS's Shipping, Void and Label Recovery, each a file of its own. */
@ApplicationScoped
class UpsShipping implements CarrierShipping {
  /** PDF is what Label Recovery alone makes. */
  static final Set<DocumentFormat> FORMATS =
      Set.copyOf(
          EnumSet.of(
              DocumentFormat.GIF,
              DocumentFormat.PNG,
              DocumentFormat.ZPL,
              DocumentFormat.EPL,
              DocumentFormat.SPL));

  private static final Duration VOID_PERIOD = Duration.ofDays(28);

  @Inject UpsWire wire;
  @Inject UpsSettings settings;

  @Override
  public String carrier() {
    return "UPS";
  }

  @Override
  public Set<DocumentFormat> labelFormats() {
    return FORMATS;
  }

  @Override
  public Duration voidPeriod() {
    return VOID_PERIOD;
  }

  @Override
  public Duration longestCall() {
    return Stream.of(UpsOperation.SHIP, UpsOperation.VOID, UpsOperation.RECOVER)
        .map(settings::longest)
        .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
  }

  @Override
  public List<OrderProblem> problems(ShipmentOrder order) {
    return UpsOrderCheck.problems(order);
  }

  @Override
  public Booking ship(Credentials credentials, ShipmentOrder order, WireLog log) {
    return new UpsShip(wire).ship(credentials, order, log);
  }

  @Override
  public Voiding voidShipment(Credentials credentials, VoidOrder order, WireLog log) {
    return new UpsVoid(wire).take(credentials, order, log);
  }

  @Override
  public Recovery recover(Credentials credentials, RecoveryQuestion question, WireLog log) {
    return new UpsRecovery(wire).recover(credentials, question, log);
  }
}
