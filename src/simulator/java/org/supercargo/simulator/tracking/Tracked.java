package org.supercargo.simulator.tracking;

import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supercargo.simulator.http.Json;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.order.Order;
import org.supercargo.simulator.order.Orders;
import org.supercargo.simulator.order.Party;
import org.supercargo.simulator.state.Booking;
import org.supercargo.simulator.state.World;
import org.supercargo.simulator.tariff.Parcel;
import org.supercargo.simulator.tariff.Service;

/** A package as Tracking tells it. */
final class Tracked {
  private final Request request;
  private final Booking booking;
  private final Order order;
  private final String number;
  private final int index;
  private final List<Scan> scans;
  private final Delivery delivery;

  Tracked(World world, Request request, Booking booking, String number) {
    this.request = request;
    this.booking = booking;
    this.number = number;
    this.index = booking.trackingNumbers().indexOf(number);
    this.order = Orders.of(booking);
    Journey journey = new Journey(order, booking, world.bookings().fate(booking));
    Optional<Instant> voided = world.bookings().voidedAt(number).map(Instant::ofEpochMilli);
    this.scans = journey.until(world.calendar().instant(), voided);
    this.delivery = new Delivery(order, journey, scans);
  }

  Map<String, Object> asJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("trackingNumber", number);
    json.put("deliveryDate", delivery.dates());
    delivery.time().ifPresent(time -> json.put("deliveryTime", time));
    json.put("activity", scans.reversed().stream().map(Scan::asJson).toList());
    json.put("currentStatus", scans.get(scans.size() - 1).status().asJson());
    json.put("packageAddress", addresses());
    json.put("weight", weight(order.haul().parcels().get(index)));
    json.put("service", service(order.service()));
    json.put("referenceNumber", references());
    delivery
        .information(request, index, number)
        .ifPresent(information -> json.put("deliveryInformation", information));
    json.put("packageCount", booking.trackingNumbers().size());
    return json;
  }

  private List<Object> addresses() {
    return List.of(address("ORIGIN", order.shipFrom()), address("DESTINATION", order.shipTo()));
  }

  private static Object address(String type, Party party) {
    var place = party.place();
    Map<String, Object> address =
        Json.object(
            "city", place.city(),
            "stateProvince", place.state().isEmpty() ? null : place.state(),
            "countryCode", place.country(),
            "country", place.country());
    return Json.object("type", type, "address", address);
  }

  private static Map<String, Object> weight(Parcel parcel) {
    return Json.object(
        "unitOfMeasurement", parcel.unit(),
        "weight", parcel.weight().setScale(2, RoundingMode.HALF_UP).toPlainString());
  }

  private static Map<String, Object> service(Service service) {
    String code = "0" + service.code();
    return Json.object("code", code, "levelCode", code, "description", service.name());
  }

  private List<Object> references() {
    return order.referencesOf(index).stream()
        .<Object>map(value -> Json.object("type", "SHIPMENT", "number", value))
        .toList();
  }
}
