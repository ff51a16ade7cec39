package org.supercargo.simulator.shipping;

import java.util.List;
import java.util.Map;
import org.supercargo.simulator.classic.Version;
import org.supercargo.simulator.http.Json;

/**
 * What UPS tells of a void. The specification names the packages PackageLevelResults, the wire of
 * older versions PackageLevelResult; the customer's context is a canned one.
 */
final class VoidAnswer {
  private static final Map<String, Object> VOIDED =
      Json.object("Code", "1", "Description", "Voided");

  private VoidAnswer() {}

  static Map<String, Object> of(Version version, List<String> packages) {
    Map<String, Object> response =
        Json.object(
            "ResponseStatus", Json.object("Code", "1", "Description", "Success"),
            "TransactionReference", Json.object("CustomerContext", "Simple Customer Request"));
    Map<String, Object> json =
        Json.object("Response", response, "SummaryResult", Json.object("Status", VOIDED));
    if (!packages.isEmpty()) {
      boolean specified = version.isAtLeast("v2403");
      json.put(
          specified ? "PackageLevelResults" : "PackageLevelResult",
          version.repeatable(packages.stream().map(VoidAnswer::result).toList()));
    }
    return Map.of("VoidShipmentResponse", json);
  }

  private static Map<String, Object> result(String trackingNumber) {
    return Json.object("TrackingNumber", trackingNumber, "Status", VOIDED);
  }
}
