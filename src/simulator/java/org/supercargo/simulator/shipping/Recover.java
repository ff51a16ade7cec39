package org.supercargo.simulator.shipping;

import static org.supercargo.simulator.classic.Checks.hold;
import static org.supercargo.simulator.classic.Checks.require;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.supercargo.simulator.classic.Checks;
import org.supercargo.simulator.classic.Question;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Fields;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.http.Route;
import org.supercargo.simulator.http.Routed;
import org.supercargo.simulator.label.Format;
import org.supercargo.simulator.oauth.Bearer;
import org.supercargo.simulator.order.Order;
import org.supercargo.simulator.order.Orders;
import org.supercargo.simulator.state.Booking;
import org.supercargo.simulator.state.User;
import org.supercargo.simulator.state.World;

/** Gives labels again: by tracking number, or by reference and shipper number. */
public final class Recover implements Routed {
  private static final Route ROUTE =
      Route.of("recover", "POST", "/api/labels/([^/]+)/recovery")
          .in(Set.of("v1", "v1701", "v1903", "v2603"));
  private static final Duration KEPT = Duration.ofDays(30);

  private final World world;
  private final Bearer bearer;

  public Recover(World world) {
    this.world = world;
    this.bearer = new Bearer(world);
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public Answer answer(Request request) {
    User user =
        require(bearer.admit(request, "Shipping"), "300007", "No shipment of this user found");
    Question question =
        require(
            Question.parse(request, "LabelRecoveryRequest"),
            "10001",
            "The document is not well formed");
    Checks.hold(question.fields().isPresent(), Checks.INVALID, "Missing LabelRecoveryRequest");
    RecoveryAnswer answer =
        new RecoveryAnswer(
            question,
            format(question),
            question.at("LabelDelivery").at("LabelLinkIndicator").isPresent()
                ? Optional.of(request.origin())
                : Optional.empty(),
            ROUTE.part(request, 1));
    return Answer.json(200, Map.of("LabelRecoveryResponse", recovered(question, user, answer)));
  }

  private Map<String, Object> recovered(Question question, User user, RecoveryAnswer answer) {
    Optional<String> tracking = question.fields().text("TrackingNumber");
    if (tracking.isPresent()) {
      Booking booking = byNumber(tracking.get(), user);
      requireLabels(booking);
      boolean whole = booking.shipmentNumber().equals(tracking.get());
      return answer.of(booking, whole ? booking.trackingNumbers() : List.of(tracking.get()));
    }
    List<Booking> found = byReference(question.at("ReferenceValues"), user);
    if (found.size() > 1) {
      return answer.candidates(found);
    }
    requireLabels(found.get(0));
    return answer.of(found.get(0), found.get(0).trackingNumbers());
  }

  private static Format format(Question question) {
    Fields wish = question.at("LabelSpecification").at("LabelImageFormat");
    return require(
        LabelWish.format(wish.text("Code").orElse("GIF")).filter(known -> known != Format.PNG),
        "300013",
        "Invalid LabelImageFormat/Code: GIF, PDF, ZPL, EPL or SPL");
  }

  private Booking byNumber(String number, User user) {
    hold(number.matches("1Z[0-9A-Z]{16}"), "300014", "Invalid tracking number");
    return require(
        world.bookings().find(number).filter(booking -> isOf(user, booking)),
        "300007",
        "No shipment found for the tracking number");
  }

  /** Voided ones don't count when another bears the same reference. */
  private List<Booking> byReference(Fields values, User user) {
    String reference =
        require(
            values.at("ReferenceNumber").text("Value"),
            "300035",
            "Neither TrackingNumber nor ReferenceValues/ReferenceNumber/Value is there");
    String shipper =
        require(values.text("ShipperNumber"), "300035", "Missing ReferenceValues/ShipperNumber");
    List<Booking> all =
        world.bookings().withReference(reference).stream()
            .filter(booking -> booking.shipperNumber().equals(shipper) && isOf(user, booking))
            .toList();
    hold(!all.isEmpty(), "300007", "No shipment found for the reference number");
    List<Booking> live =
        all.stream().filter(booking -> !world.bookings().isVoided(booking)).toList();
    return live.isEmpty() ? all.subList(0, 1) : live;
  }

  private void requireLabels(Booking booking) {
    hold(!world.bookings().isVoided(booking), "300033", "The shipment has been voided");
    Order order = Orders.of(booking);
    hold(order.givesLabels() || order.mailsLabels(), "300007", "No label found");
    Instant end = Instant.ofEpochMilli(booking.bookedAt()).plus(KEPT);
    hold(world.calendar().instant().isBefore(end), "300006", "The label has expired");
  }

  private static boolean isOf(User user, Booking booking) {
    return user.account(booking.shipperNumber()).isPresent();
  }
}
