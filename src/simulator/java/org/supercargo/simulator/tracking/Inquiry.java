package org.supercargo.simulator.tracking;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Json;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.http.UpsProblem;
import org.supercargo.simulator.oauth.Bearer;
import org.supercargo.simulator.state.Booking;
import org.supercargo.simulator.state.World;

/** What the three ways to ask have in common. */
final class Inquiry {
  private final World world;
  private final Bearer bearer;

  Inquiry(World world) {
    this.world = world;
    this.bearer = new Bearer(world);
  }

  /** Both headers are required here, as nowhere else. */
  void admit(Request request) {
    bearer.admit(request, "Tracking");
    for (String header : List.of("transId", "transactionSrc")) {
      boolean there =
          request.header(header.toLowerCase(Locale.ROOT)).filter(v -> !v.isBlank()).isPresent();
      if (!there) {
        throw UpsProblem.badRequest("TV1001", "Missing header " + header);
      }
    }
  }

  private static void requireNumber(String number) {
    if (!number.matches("[0-9A-Za-z]{7,34}") || number.matches("1Z(?!.{16}$).*")) {
      throw UpsProblem.badRequest("TV1002", "Invalid inquiry number");
    }
  }

  /** The packages that are told of a shipment which bears that number. */
  Answer byNumber(Request request, String asked, Function<Booking, List<String>> packages) {
    admit(request);
    String number = asked.toUpperCase(Locale.ROOT);
    requireNumber(number);
    return world
        .bookings()
        .find(number)
        .filter(world.calendar()::isTrackable)
        .map(booking -> answer(List.of(told(request, booking, number, packages))))
        .orElseGet(() -> notFound(number));
  }

  Map<String, Object> told(
      Request request, Booking booking, String asked, Function<Booking, List<String>> packages) {
    return Json.object(
        "inquiryNumber",
        asked,
        "package",
        packages.apply(booking).stream()
            .map(each -> new Tracked(world, request, booking, each).asJson())
            .toList());
  }

  static Answer answer(List<Map<String, Object>> shipments) {
    return Answer.json(200, Map.of("trackResponse", Map.of("shipment", shipments)));
  }

  /** No error to UPS: a success with a warning. */
  static Answer notFound(String number) {
    Object warning = Json.object("code", "TW0001", "message", "Tracking Information Not Found");
    return answer(List.of(Json.object("inquiryNumber", number, "warnings", List.of(warning))));
  }
}
