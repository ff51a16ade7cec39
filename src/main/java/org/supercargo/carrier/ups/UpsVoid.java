package org.supercargo.carrier.ups;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.VoidAnswer;
import org.supercargo.carrier.VoidOrder;
import org.supercargo.carrier.Voiding;
import org.supercargo.carrier.WireLog;

/** Takes a shipment or some of its packages back. */
record UpsVoid(UpsWire wire) {
  private static final String PATH = "/api/shipments/v2409/void/cancel/";
  private static final int MOST_PACKAGES = 20;
  private static final String DONE = "1";

  Voiding take(Credentials credentials, VoidOrder order, WireLog log) {
    check(order);
    UpsCall call = UpsCall.delete(UpsOperation.VOID, path(order));
    UpsAnswer answer = wire.send(call, credentials, log);
    return answer.isSuccess()
        ? read(answer, order, call.transactionId())
        : refused(answer, order, call.transactionId());
  }

  /** A number that is none, in the place of one, makes UPS say that the time is over. */
  private static void check(VoidOrder order) {
    UpsProblems problems = new UpsProblems();
    problems.hold(
        UpsNumbers.isNumber(order.shipmentNumber()), "shipmentNumber", "is no shipment number");
    problems.hold(
        order.trackingNumbers().stream().allMatch(UpsNumbers::isNumber),
        "trackingNumbers",
        "are not all tracking numbers");
    problems.hold(
        order.trackingNumbers().size() <= MOST_PACKAGES,
        "trackingNumbers",
        "can be 20 at most; void the whole shipment");
    if (!problems.found().isEmpty()) {
      throw Rejected.notSent(problems.found());
    }
  }

  /** One number bare, several as a JSON array: so UPS wants it. */
  private static String path(VoidOrder order) {
    List<String> numbers = order.trackingNumbers();
    if (numbers.isEmpty()) {
      return PATH + order.shipmentNumber();
    }
    String value =
        numbers.size() == 1
            ? numbers.get(0)
            : numbers.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    return PATH
        + order.shipmentNumber()
        + "?trackingnumber="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  static Voiding read(UpsAnswer answer, VoidOrder order, String transactionId) {
    UpsJson response = answer.json().at("VoidShipmentResponse");
    UpsJson summary = response.at("SummaryResult").at("Status");
    Map<String, VoidAnswer> parcels = new LinkedHashMap<>();
    // The specification has the plural, the wire of older versions the singular.
    Stream.of("PackageLevelResults", "PackageLevelResult")
        .flatMap(name -> response.list(name).stream())
        .forEach(
            result ->
                result
                    .text("TrackingNumber")
                    .ifPresent(
                        number -> parcels.put(number, verdict(answer, result.at("Status")))));
    Optional<VoidAnswer> refused =
        parcels.values().stream().filter(each -> !each.isVoided()).findFirst();
    if (refused.isPresent()) {
      return new Voiding(refused.get(), parcels, transactionId);
    }
    if (summary.text("Code").isEmpty()) {
      throw UpsErrors.unreadable(
          answer, UpsOperation.VOID, "UPS's answer does not say whether the shipment is voided.");
    }
    VoidAnswer whole = verdict(answer, summary);
    if (whole.isVoided()) {
      order.trackingNumbers().forEach(number -> parcels.putIfAbsent(number, whole));
    }
    return new Voiding(whole, parcels, transactionId);
  }

  private static VoidAnswer verdict(UpsAnswer answer, UpsJson status) {
    return status.text("Code").filter(DONE::equals).isPresent()
        ? new VoidAnswer.Voided()
        : new VoidAnswer.Refused(
            UpsSaid.message(answer, Optional.empty(), status.text("Description"))
                .orElseGet(() -> new CarrierMessage("", "UPS did not void it.")));
  }

  static Voiding refused(UpsAnswer answer, VoidOrder order, String transactionId) {
    CarrierException refusal = UpsErrors.api(answer, UpsOperation.VOID);
    if (!(refusal instanceof Rejected) || !UpsErrors.isOfVoid(refusal.said())) {
      throw refusal;
    }
    CarrierMessage said = refusal.said();
    VoidAnswer whole =
        UpsErrors.isAlreadyVoided(said)
            ? new VoidAnswer.AlreadyVoided(said)
            : new VoidAnswer.Refused(said);
    Map<String, VoidAnswer> parcels =
        order.trackingNumbers().stream()
            .distinct()
            .collect(Collectors.toMap(number -> number, number -> whole));
    return new Voiding(whole, parcels, transactionId);
  }
}
