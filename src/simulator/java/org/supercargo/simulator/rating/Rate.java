package org.supercargo.simulator.rating;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Fields;
import org.supercargo.simulator.http.Json;
import org.supercargo.simulator.http.Operation;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.http.UpsProblem;
import org.supercargo.simulator.oauth.Bearer;
import org.supercargo.simulator.state.Account;
import org.supercargo.simulator.state.User;
import org.supercargo.simulator.state.World;

/**
 * What a shipment would cost: one service (Rate) or all that go there (Shop), with transit times
 * when asked.
 */
public final class Rate implements Operation {
  private static final String TRANSIT = "timeintransit";
  private static final Pattern PATH =
      Pattern.compile("/api/rating/([^/]+)/(Rate|Shop)(" + TRANSIT + ")?");

  private final World world;
  private final Bearer bearer;

  public Rate(World world) {
    this.world = world;
    this.bearer = new Bearer(world);
  }

  @Override
  public String name() {
    return "rate";
  }

  @Override
  public boolean allows(String method) {
    return method.equals("POST");
  }

  @Override
  public boolean isAt(String path) {
    Matcher matcher = PATH.matcher(path);
    return matcher.matches() && Version.of(matcher.group(1)).isPresent();
  }

  @Override
  public Answer answer(Request request) {
    Optional<User> user = bearer.admit(request, "Rating");
    Fields question = parse(request);
    Shipment shipment = Shipment.of(question.at("Shipment"));
    boolean negotiated = account(user, shipment.shipperNumber()).negotiatedRates();
    Matcher path = PATH.matcher(request.path());
    Version version = Version.of(path.replaceFirst("$1")).orElseThrow();
    boolean timed = wantsTransit(request);
    List<Object> rates = new ArrayList<>();
    for (Service service : services(path.replaceFirst("$2"), shipment)) {
      RatedShipment rate = new RatedShipment(shipment, service, version, negotiated);
      rates.add(timed ? rate.asJson(pickup(shipment)) : rate.asJson());
    }
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("Response", success(question));
    response.put("RatedShipment", version.repeatable(rates));
    return Answer.json(200, Map.of("RateResponse", response));
  }

  private static Fields parse(Request request) {
    try {
      if (!request.hasContentType("application/json")) {
        throw UpsProblem.badRequest("10001", "Invalid/Missing Content-Type Header");
      }
      Fields question = new Fields(Json.MAPPER.readTree(request.body())).at("RateRequest");
      if (!question.at("Request").isPresent() || !question.at("Shipment").isPresent()) {
        throw UpsProblem.badRequest(
            Checks.INVALID, "Missing RateRequest/Request or RateRequest/Shipment");
      }
      return question;
    } catch (JsonProcessingException e) {
      throw UpsProblem.badRequest("10001", "The document is not well formed");
    }
  }

  /** The same words whether the number is missing, malformed or another log-in's. */
  private static Account account(Optional<User> user, String shipperNumber) {
    return Checks.require(
        user.flatMap(known -> known.account(shipperNumber)),
        "112111",
        "Missing or invalid shipper number");
  }

  private static List<Service> services(String option, Shipment shipment) {
    if (option.equals("Shop")) {
      return Service.between(shipment.from(), shipment.to());
    }
    String code =
        Checks.require(shipment.service(), Checks.INVALID, "Missing Shipment/Service/Code");
    return List.of(Service.of(code, shipment.from(), shipment.to()));
  }

  private static boolean wantsTransit(Request request) {
    return request.path().endsWith(TRANSIT)
        || request.query().value("additionalinfo").equals(Optional.of(TRANSIT));
  }

  private LocalDate pickup(Shipment shipment) {
    return shipment.pickup().orElseGet(() -> LocalDate.now(world.clock()));
  }

  /** Without a TransactionReference UPS answers an empty text where an object is specified. */
  private static Object success(Fields question) {
    Fields reference = question.at("Request").at("TransactionReference");
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("ResponseStatus", Map.of("Code", "1", "Description", "Success"));
    response.put("TransactionReference", reference.isPresent() ? reference.node() : "");
    return response;
  }
}
