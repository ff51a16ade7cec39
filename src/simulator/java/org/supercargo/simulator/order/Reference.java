package org.supercargo.simulator.order;

import static org.supercargo.simulator.classic.Checks.hold;

import java.util.List;
import org.supercargo.simulator.http.Fields;

/** What the customer calls it; the code says which of his numbers it is. */
public record Reference(String code, String value) {

  static List<Reference> list(Fields holder) {
    List<Fields> given = holder.list("ReferenceNumber");
    hold(given.size() <= 2, "120506", "At most two reference numbers are allowed");
    return given.stream().map(Reference::of).toList();
  }

  private static Reference of(Fields fields) {
    String value = fields.text("Value").orElse("");
    hold(
        !value.isEmpty() && value.length() <= 35,
        "120501",
        "Missing or invalid ReferenceNumber/Value");
    String code = fields.text("Code").orElse("");
    hold(code.matches("|[0-9A-Z]{2}"), "120501", "Invalid ReferenceNumber/Code");
    boolean fits = value.matches("[0-9]{1,24}|[0-9A-Za-z]{1,14}");
    hold(
        !fields.at("BarCodeIndicator").isPresent() || fits,
        "120543",
        "A reference in bars has at most 14 letters and digits, or 24 digits");
    return new Reference(code, value);
  }
}
