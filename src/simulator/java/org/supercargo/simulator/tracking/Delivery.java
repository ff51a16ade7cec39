package org.supercargo.simulator.tracking;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.supercargo.simulator.http.Json;
import org.supercargo.simulator.http.Request;
import org.supercargo.simulator.label.Printed;
import org.supercargo.simulator.order.Order;

/** When a package is promised and when it came, to whom, and the proof of it. */
record Delivery(Order order, Journey journey, List<Scan> scans) {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

  /** Promised once UPS has it, another day once it is late, the real one in the end. */
  List<Object> dates() {
    List<Object> dates = new ArrayList<>();
    if (has(Status.PICKED_UP)) {
      dates.add(date("SDD", journey.promised()));
    }
    if (has(Status.DELAYED) || has(Status.WRONG_ADDRESS)) {
      journey.rescheduled().ifPresent(day -> dates.add(date("RDD", day)));
    }
    done().ifPresent(scan -> dates.add(date("DEL", scan.local().toLocalDate())));
    return dates;
  }

  Optional<Map<String, Object>> time() {
    Optional<Scan> done = done();
    if (done.isPresent()) {
      return done.map(scan -> Json.object("type", "DEL", "endTime", scan.local().format(TIME)));
    }
    boolean guaranteed = order.service().isGuaranteed();
    String by = guaranteed ? order.service().by() : "210000";
    return has(Status.PICKED_UP)
        ? Optional.of(Json.object("type", guaranteed ? "CMT" : "EOD", "endTime", by))
        : Optional.empty();
  }

  /** Empty while it is on its way. */
  Optional<Map<String, Object>> information(Request request, int index, String number) {
    return done().map(scan -> information(request, index, number, scan));
  }

  private Map<String, Object> information(Request request, int index, String number, Scan scan) {
    String receiver = order.shipTo().name().toUpperCase(Locale.ROOT);
    boolean signed = order.haul().signature() || order.haul().parcels().get(index).signature();
    return Json.object(
        "location",
        order.haul().to().residential() ? "FRONT DOOR" : "RECEPTION",
        "receivedBy",
        receiver,
        "signature",
        signed && asks(request, "returnSignature")
            ? Json.object("image", Printed.encoded(Printed.signature(receiver)))
            : null,
        "pod",
        asks(request, "returnPOD") ? Proof.of(number, receiver, scan) : null);
  }

  private Optional<Scan> done() {
    return scans.stream().filter(scan -> scan.status() == Status.DELIVERED).findFirst();
  }

  private boolean has(Status status) {
    return scans.stream().anyMatch(scan -> scan.status() == status);
  }

  private static Object date(String type, LocalDate day) {
    return Json.object("type", type, "date", day.format(DATE));
  }

  private static boolean asks(Request request, String name) {
    return request.query().value(name).filter("true"::equals).isPresent();
  }
}
