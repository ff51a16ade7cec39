package org.supercargo.simulator.shipping;

import java.util.Optional;
import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.http.Route;
import org.supercargo.simulator.http.Routed;
import org.supercargo.simulator.http.UpsProblem;
import org.supercargo.simulator.label.Format;
import org.supercargo.simulator.label.Printed;
import org.supercargo.simulator.order.Order;
import org.supercargo.simulator.order.Orders;
import org.supercargo.simulator.state.Booking;
import org.supercargo.simulator.state.World;

/** The page behind a link to a label; whoever has the link may see it. */
public final class LabelPage implements Routed {
  private static final String FOLDER = "/uel/llp/";
  private static final Route ROUTE = Route.of("label-page", "GET", FOLDER + "(1Z[0-9A-Z]{16})");

  private final World world;

  public LabelPage(World world) {
    this.world = world;
  }

  static String address(String origin, Booking booking) {
    return origin + FOLDER + booking.shipmentNumber();
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public Answer answer(Request request) {
    Optional<Booking> booking = world.bookings().find(ROUTE.part(request, 1));
    Booking known = booking.orElseThrow(() -> new UpsProblem(404, "404", "Not Found"));
    Order order = Orders.of(known);
    StringBuilder page = new StringBuilder("<!DOCTYPE html><title>UPS labels</title>");
    for (int i = 0; i < known.trackingNumbers().size(); i++) {
      page.append("<img alt=\"UPS label\" src=\"data:image/gif;base64,")
          .append(Printed.encoded(Labels.bytes(order, known, i, Format.GIF)))
          .append("\">");
    }
    return Answer.of(200).with("Content-Type", "text/html;charset=UTF-8").saying(page.toString());
  }
}
