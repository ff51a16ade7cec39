package org.supercargo.simulator.tracking;

import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.http.Route;
import org.supercargo.simulator.http.Routed;
import org.supercargo.simulator.http.UpsProblem;
import org.supercargo.simulator.state.World;

/** Where all packages of a shipment are, asked by the number of any of them; by pages. */
public final class TrackShipment implements Routed {
  private static final Route ROUTE =
      Route.of("track-shipment", "GET", "/api/track/v1/shipment/details/([^/]+)");
  private static final int PAGE = 50;

  private final Inquiry inquiry;

  public TrackShipment(World world) {
    this.inquiry = new Inquiry(world);
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public Answer answer(Request request) {
    return inquiry.byNumber(
        request,
        ROUTE.part(request, 1),
        booking ->
            booking.trackingNumbers().stream()
                .skip(number(request, "offset", 0))
                .limit(Math.min(PAGE, number(request, "count", PAGE)))
                .toList());
  }

  private static int number(Request request, String name, int usual) {
    String given = request.query().value(name).orElse(String.valueOf(usual));
    if (!given.matches("\\d{1,4}")) {
      throw UpsProblem.badRequest("TV1003", "Invalid " + name);
    }
    return Integer.parseInt(given);
  }
}
