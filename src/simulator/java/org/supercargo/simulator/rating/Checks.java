package org.supercargo.simulator.rating;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.supercargo.simulator.http.Fields;
import org.supercargo.simulator.http.UpsProblem;

/**
 * Required fields and lengths, as the specification has them. The codes are those of UPS's older,
 * numbered table: UPS publishes none for the JSON APIs, and clients may rely on no more than the
 * status 400.
 */
final class Checks {
  /** Well formed but not valid: for whatever the older table has no number of its own. */
  static final String INVALID = "10002";

  private Checks() {}

  static <T> T require(Optional<T> value, String code, String message) {
    return value.orElseThrow(() -> UpsProblem.badRequest(code, message));
  }

  static Fields party(Fields shipment, String name, String missing) {
    Fields party = shipment.at(name);
    if (!party.isPresent()) {
      throw UpsProblem.badRequest(missing, "Missing " + name);
    }
    atMost(party, "Name", 35, missing);
    return party;
  }

  /** ShipFrom may leave its address lines out, the other two may not. */
  static Place address(Fields party, String name, String code, boolean linesRequired) {
    Fields address = party.at("Address");
    List<Fields> lines = address.list("AddressLine");
    boolean linesFit =
        lines.size() <= 3
            && lines.stream()
                .allMatch(
                    line -> line.node().isTextual() && line.node().textValue().length() <= 35);
    if (!address.isPresent() || !linesFit || (linesRequired && lines.isEmpty())) {
      throw UpsProblem.badRequest(
          code, "Missing or invalid %s/Address/AddressLine".formatted(name));
    }
    require(
        address.text("CountryCode").filter(country -> country.matches("[A-Z]{2}")),
        code,
        "Missing or invalid %s/Address/CountryCode".formatted(name));
    atMost(address, "City", 30, code);
    atMost(address, "PostalCode", 9, code);
    return Place.of(address);
  }

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeParseException e) {
      throw UpsProblem.badRequest(INVALID, "Invalid Pickup/Date: yyyyMMdd");
    }
  }

  private static void atMost(Fields fields, String name, int length, String code) {
    if (fields.text(name).map(text -> text.length() > length).orElse(false)) {
      throw UpsProblem.badRequest(code, "%s is longer than %d characters".formatted(name, length));
    }
  }
}
