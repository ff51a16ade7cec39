package org.supercargo.simulator.order;

import static org.supercargo.simulator.classic.Checks.atMost;
import static org.supercargo.simulator.classic.Checks.hold;
import static org.supercargo.simulator.classic.Checks.require;

import java.util.List;
import java.util.Set;
import org.supercargo.simulator.http.Fields;
import org.supercargo.simulator.tariff.Place;

/**
 * Reads one of the three parties. The number of a refusal is the party's (1201 Shipper, 1202
 * ShipTo, 1203 ShipFrom) followed by the field's.
 */
record PartyReader(Fields shipment, String role, String number) {
  private static final Set<String> WITH_STATE = Set.of("US", "CA");
  private static final Set<String> WITH_POSTAL_CODE =
      Set.of("US", "CA", "PR", "DE", "FR", "GB", "PL", "IT", "ES", "NL", "BE", "AT", "MX", "JP");

  static PartyReader of(Fields shipment, String role) {
    String number =
        switch (role) {
          case "Shipper" -> "1201";
          case "ShipTo" -> "1202";
          default -> "1203";
        };
    return new PartyReader(shipment, role, number);
  }

  Party read() {
    Fields party = shipment.at(role);
    Fields address = party.at("Address");
    String name = require(party.text("Name"), code("01"), missing("Name"));
    atMost(party, "Name", 35, code("01"));
    atMost(party, "AttentionName", 35, code("10"));
    List<String> lines = lines(address);
    Place place = place(address);
    String phone = party.at("Phone").text("Number").orElse("");
    checkPhone(phone, place);
    return new Party(name, party.text("AttentionName").orElse(""), phone, lines, place);
  }

  /** What UPS asks of both ends when a border is crossed. */
  void requireContact(Party party) {
    hold(!party.attention().isEmpty(), code("10"), missing("AttentionName"));
    hold(!party.phone().isEmpty(), code("09"), missing("Phone/Number"));
  }

  private List<String> lines(Fields address) {
    List<Fields> given = address.list("AddressLine");
    hold(
        !given.isEmpty()
            && given.size() <= 3
            && given.stream().allMatch(line -> isText(line, given.get(0) == line)),
        code("02"),
        missing("Address/AddressLine"));
    return given.stream()
        .map(line -> line.node().textValue().strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static boolean isText(Fields line, boolean first) {
    return line.node().isTextual()
        && line.node().textValue().length() <= 35
        && !(first && line.node().textValue().isBlank());
  }

  private Place place(Fields address) {
    String country =
        require(
            address.text("CountryCode").filter(text -> text.matches("[A-Z]{2}")),
            code("08"),
            missing("Address/CountryCode"));
    require(address.text("City"), code("05"), missing("Address/City"));
    atMost(address, "City", 30, code("05"));
    hold(
        !WITH_STATE.contains(country)
            || address.text("StateProvinceCode").filter(state -> state.length() == 2).isPresent(),
        code("06"),
        missing("Address/StateProvinceCode"));
    hold(
        !WITH_POSTAL_CODE.contains(country) || address.text("PostalCode").isPresent(),
        code("07"),
        missing("Address/PostalCode"));
    atMost(address, "PostalCode", 9, code("07"));
    return Place.of(address);
  }

  private void checkPhone(String phone, Place place) {
    int digits = phone.replaceAll("\\D", "").length();
    boolean tooShort = place.isIn("US", "CA", "PR") && digits < 10;
    hold(
        phone.isEmpty() || (!tooShort && phone.length() <= 15),
        code("15"),
        role + " phone number must be at least 10 alphanumeric characters");
  }

  private String missing(String field) {
    return "Missing or invalid " + role + "/" + field;
  }

  private String code(String field) {
    return number + field;
  }
}
