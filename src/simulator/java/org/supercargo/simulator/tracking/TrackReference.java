package org.supercargo.simulator.tracking;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.http.Route;
import org.supercargo.simulator.http.Routed;
import org.supercargo.simulator.http.UpsProblem;
import org.supercargo.simulator.order.Order;
import org.supercargo.simulator.order.Orders;
import org.supercargo.simulator.state.Booking;
import org.supercargo.simulator.state.World;

/**
 * What was shipped under a reference: of the last 14 days unless told otherwise, by the day on
 * which it was booked.
 */
public final class TrackReference implements Routed {
  private static final Route ROUTE =
      Route.of("track-reference", "GET", "/api/track/v1/reference/details/([^/]+)");
  private static final int USUAL_DAYS = 14;

  private final World world;
  private final Inquiry inquiry;

  public TrackReference(World world) {
    this.world = world;
    this.inquiry = new Inquiry(world);
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public Answer answer(Request request) {
    inquiry.admit(request);
    String reference = reference(request);
    LocalDate today = LocalDate.ofInstant(world.calendar().instant(), ZoneOffset.UTC);
    LocalDate since = date(request, "fromPickUpDate").orElse(today.minusDays(USUAL_DAYS));
    LocalDate until = date(request, "toPickUpDate").orElse(today);
    List<Map<String, Object>> found =
        world.bookings().withReference(reference).stream()
            .filter(world.calendar()::isTrackable)
            .filter(booking -> isWithin(booking, since, until) && isWanted(request, booking))
            .map(
                booking ->
                    inquiry.told(request, booking, reference, each -> bearing(each, reference)))
            .toList();
    return found.isEmpty() ? Inquiry.notFound(reference) : Inquiry.answer(found);
  }

  private static String reference(Request request) {
    String raw = ROUTE.part(request, 1);
    String reference = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    if (reference.isBlank() || reference.length() > 35) {
      throw UpsProblem.badRequest("TV1002", "Invalid inquiry number");
    }
    return reference;
  }

  private static boolean isWithin(Booking booking, LocalDate since, LocalDate until) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(booking.bookedAt()), ZoneOffset.UTC);
    return !day.isBefore(since) && !day.isAfter(until);
  }

  private static boolean isWanted(Request request, Booking booking) {
    var query = request.query();
    var to = Orders.of(booking).shipTo().place();
    return query.value("shipperNum").map(booking.shipperNumber()::equals).orElse(true)
        && query.value("destCountry").map(to.country()::equals).orElse(true)
        && query.value("destZip").map(to.postalCode()::equals).orElse(true)
        && query.value("refNumType").map("SmallPackage"::equals).orElse(true);
  }

  /** All when it is the shipment's. */
  private static List<String> bearing(Booking booking, String reference) {
    Order order = Orders.of(booking);
    List<String> numbers = booking.trackingNumbers();
    return numbers.stream()
        .filter(each -> order.referencesOf(numbers.indexOf(each)).contains(reference))
        .toList();
  }

  private static Optional<LocalDate> date(Request request, String name) {
    try {
      return request
          .query()
          .value(name)
          .map(text -> LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeParseException e) {
      throw UpsProblem.badRequest("TV1003", "Invalid " + name + ": yyyyMMdd");
    }
  }
}
