package org.supercargo.simulator.tracking;

import java.util.List;
import java.util.Locale;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.http.Route;
import org.supercargo.simulator.http.Routed;
import org.supercargo.simulator.state.World;

/** Where one package is. Anybody may ask for any number. */
public final class Track implements Routed {
  private static final Route ROUTE = Route.of("track", "GET", "/api/track/v1/details/([^/]+)");

  private final Inquiry inquiry;

  public Track(World world) {
    this.inquiry = new Inquiry(world);
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public Answer answer(Request request) {
    String number = ROUTE.part(request, 1);
    return inquiry.byNumber(request, number, booking -> List.of(number.toUpperCase(Locale.ROOT)));
  }
}
