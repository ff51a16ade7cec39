package org.supercargo.simulator.shipping;

import static org.supercargo.simulator.classic.Checks.hold;
import static org.supercargo.simulator.classic.Checks.require;

import java.util.Map;
import java.util.Optional;
import org.supercargo.simulator.classic.Question;
import org.supercargo.simulator.classic.Version;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.http.Route;
import org.supercargo.simulator.http.Routed;
import org.supercargo.simulator.label.Format;
import org.supercargo.simulator.oauth.Bearer;
import org.supercargo.simulator.order.Order;
import org.supercargo.simulator.order.OrderReader;
import org.supercargo.simulator.state.Account;
import org.supercargo.simulator.state.Booking;
import org.supercargo.simulator.state.Draft;
import org.supercargo.simulator.state.User;
import org.supercargo.simulator.state.World;

/** Makes a shipment: checks it, books it, prices it, draws its labels. */
public final class Ship implements Routed {
  private static final Route ROUTE =
      Route.of("ship", "POST", "/api/shipments/([^/]+)/ship").in(Version.KNOWN);

  private final World world;
  private final Bearer bearer;

  public Ship(World world) {
    this.world = world;
    this.bearer = new Bearer(world);
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public Answer answer(Request request) {
    Optional<User> user = bearer.admit(request, "Shipping");
    Optional<Question> parsed = Question.parse(request, "ShipmentRequest");
    if (parsed.filter(question -> question.fields().node().isObject()).isEmpty()) {
      return malformed();
    }
    Question question = parsed.get();
    Account account = account(user, question);
    Order order = new OrderReader(question).read();
    Format format = LabelWish.of(question.at("LabelSpecification"));
    Booking booking = book(user.orElseThrow(), order, question);
    Version version = new Version(ROUTE.part(request, 1));
    ShipAnswer answer =
        new ShipAnswer(
            question, order, booking, format, version, account.negotiatedRates(), request.origin());
    return Answer.json(200, Map.of("ShipmentResponse", answer.asJson()));
  }

  /** As recorded: no body, no 400, a bare header. */
  private static Answer malformed() {
    return Answer.of(200).with("errorcode", "1");
  }

  private static Account account(Optional<User> user, Question question) {
    var shipper = question.at("Shipment").at("Shipper");
    String number = shipper.text("ShipperNumber").orElse("");
    hold(number.matches("[0-9A-Za-z]*"), "120113", "Shipper number must be alphanumeric");
    Account account =
        require(
            user.flatMap(known -> known.account(number)),
            "120100",
            "Missing or invalid shipper number");
    hold(
        shipper.at("Address").text("CountryCode").map(account.country()::equals).orElse(true),
        "120120",
        "The country of the account is not the country of the shipper");
    return account;
  }

  private Booking book(User user, Order order, Question question) {
    return world
        .bookings()
        .book(
            new Draft(
                user.user(),
                order.shipperNumber(),
                order.service().mark(),
                order.pieces().size(),
                order.references(),
                question.fields().node().toString()));
  }
}
