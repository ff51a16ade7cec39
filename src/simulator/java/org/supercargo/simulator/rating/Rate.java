package org.supercargo.simulator.rating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supercargo.simulator.classic.Checks;
import org.supercargo.simulator.classic.Question;
import org.supercargo.simulator.classic.Version;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Json;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.http.Route;
import org.supercargo.simulator.http.Routed;
import org.supercargo.simulator.oauth.Bearer;
import org.supercargo.simulator.state.Account;
import org.supercargo.simulator.state.User;
import org.supercargo.simulator.state.World;
import org.supercargo.simulator.tariff.Haul;
import org.supercargo.simulator.tariff.Service;

/**
 * What a shipment would cost: one service (Rate) or all that go there (Shop), with transit times
 * when asked.
 */
public final class Rate implements Routed {
  private static final String TRANSIT = "timeintransit";
  private static final Route ROUTE =
      Route.of("rate", "POST", "/api/rating/([^/]+)/(Rate|Shop)(" + TRANSIT + ")?")
          .in(Version.KNOWN);

  private static final String UNAVAILABLE =
      "The requested service is unavailable between the selected locations.";

  private final World world;
  private final Bearer bearer;

  public Rate(World world) {
    this.world = world;
    this.bearer = new Bearer(world);
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public Answer answer(Request request) {
    Optional<User> user = bearer.admit(request, "Rating");
    Question question = parse(request);
    Quote quote = Quote.of(question.at("Shipment"));
    boolean negotiated = account(user, quote.shipperNumber()).negotiatedRates();
    Version version = new Version(ROUTE.part(request, 1));
    boolean timed = wantsTransit(request);
    List<Object> rates = new ArrayList<>();
    for (Service service : services(ROUTE.part(request, 2), quote)) {
      RatedShipment rate = new RatedShipment(quote, service, version, negotiated);
      rates.add(timed ? rate.asJson(pickup(quote)) : rate.asJson());
    }
    Object response =
        Json.object("Response", question.success(), "RatedShipment", version.repeatable(rates));
    return Answer.json(200, Map.of("RateResponse", response));
  }

  private static Question parse(Request request) {
    Question question =
        Checks.require(
            Question.parse(request, "RateRequest"), "10001", "The document is not well formed");
    Checks.hold(
        question.at("Request").isPresent() && question.at("Shipment").isPresent(),
        Checks.INVALID,
        "Missing RateRequest/Request or RateRequest/Shipment");
    return question;
  }

  /** The same words whether the number is missing, malformed or another log-in's. */
  private static Account account(Optional<User> user, String shipperNumber) {
    return Checks.require(
        user.flatMap(known -> known.account(shipperNumber)),
        "112111",
        "Missing or invalid shipper number");
  }

  private static List<Service> services(String option, Quote quote) {
    Haul haul = quote.haul();
    if (option.equals("Shop")) {
      return Service.between(haul.from(), haul.to());
    }
    String code = Checks.require(quote.service(), Checks.INVALID, "Missing Shipment/Service/Code");
    Checks.hold(
        Service.isOfferedFrom(haul.from(), code),
        "111100",
        "The requested service is invalid from the selected origin.");
    return List.of(
        Checks.require(Service.find(code, haul.from(), haul.to()), "111210", UNAVAILABLE));
  }

  private static boolean wantsTransit(Request request) {
    return request.path().endsWith(TRANSIT)
        || request.query().value("additionalinfo").equals(Optional.of(TRANSIT));
  }

  private LocalDate pickup(Quote quote) {
    return quote.pickup().orElseGet(() -> LocalDate.now(world.clock()));
  }
}
