package org.supercargo.simulator.shipping;

import static org.supercargo.simulator.classic.Checks.hold;
import static org.supercargo.simulator.classic.Checks.require;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.supercargo.simulator.classic.Version;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.http.Route;
import org.supercargo.simulator.http.Routed;
import org.supercargo.simulator.oauth.Bearer;
import org.supercargo.simulator.state.Booking;
import org.supercargo.simulator.state.User;
import org.supercargo.simulator.state.World;

/**
 * Takes a shipment or some of its packages back, within 28 days and before the first of it was
 * scanned.
 */
public final class VoidShipment implements Routed {
  private static final Route ROUTE =
      Route.of("void", "DELETE", "/api/shipments/([^/]+)/void/cancel/([^/]+)").in(Version.KNOWN);
  private static final int MOST_PACKAGES = 20;
  private static final String NOT_FOUND = "No shipment found within the allowed void period";

  private final World world;
  private final Bearer bearer;
  private final VoidWindow window;

  public VoidShipment(World world) {
    this.world = world;
    this.bearer = new Bearer(world);
    this.window = new VoidWindow(world);
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public Answer answer(Request request) {
    Optional<User> user = bearer.admit(request, "Shipping");
    Version version = new Version(ROUTE.part(request, 1));
    String number = ROUTE.part(request, 2);
    hold(number.matches("1Z[0-9A-Z]{16}"), "190100", "Invalid shipment identification number");
    List<String> packages = packages(request);
    Booking booking = booking(user, number);
    hold(!world.bookings().isVoided(booking), "190117", "The shipment has already been voided");
    packages.forEach(
        each -> hold(booking.holds(each), "190109", "Invalid package tracking number"));
    hold(window.isOpen(booking), "190102", NOT_FOUND);
    world.bookings().voidPackages(packages.isEmpty() ? booking.trackingNumbers() : packages);
    return Answer.json(200, VoidAnswer.of(version, packages));
  }

  private Booking booking(Optional<User> user, String number) {
    Optional<Booking> booking =
        world.bookings().find(number).filter(known -> known.shipmentNumber().equals(number));
    return require(
        booking.filter(known -> user.flatMap(u -> u.account(known.shipperNumber())).isPresent()),
        "190102",
        NOT_FOUND);
  }

  /** One number bare, or several as in ["1Z..","1Z.."]. */
  private static List<String> packages(Request request) {
    String given = request.query().value("trackingnumber").orElse("");
    List<String> numbers =
        Arrays.stream(given.replaceAll("[\\[\\]\" ]", "").split(","))
            .filter(number -> !number.isEmpty())
            .toList();
    hold(
        numbers.stream().allMatch(number -> number.matches("1Z[0-9A-Z]{16}")), "190102", NOT_FOUND);
    hold(numbers.size() <= MOST_PACKAGES, "190109", "At most 20 tracking numbers are allowed");
    return numbers;
  }
}
