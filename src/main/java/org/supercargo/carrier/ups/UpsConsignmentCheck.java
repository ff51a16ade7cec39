package org.supercargo.carrier.ups;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.Size;

/** UPS's limits on what goes from where to where, as they show without asking. */
record UpsConsignmentCheck(UpsProblems problems, Consignment consignment) {
  private static final int MOST_PARCELS = 200;
  private static final BigDecimal HIGHEST_DECLARED_VALUE = BigDecimal.valueOf(50_000);
  private static final Set<String> WITH_STATES = Set.of("US", "CA");
  private static final Set<String> TEN_DIGIT_PHONES = Set.of("US", "CA", "PR");

  void check() {
    problems.account(consignment.accountNumber(), "consignment.accountNumber");
    party(consignment.shipper(), "consignment.shipper");
    Party from = consignment.from();
    if (from != null) {
      party(from, "consignment.from");
    }
    party(consignment.to(), "consignment.to");
    Money value = consignment.goodsValue();
    problems.hold(
        value == null || value.isPositive(), "consignment.goodsValue", "must be above zero");
    List<Parcel> parcels = consignment.parcels();
    problems.hold(
        !parcels.isEmpty() && parcels.size() <= MOST_PARCELS,
        "consignment.parcels",
        "must be 1 to " + MOST_PARCELS);
    for (int i = 0; i < parcels.size(); i++) {
      parcel(parcels.get(i), "consignment.parcels[%d]".formatted(i));
    }
  }

  private void party(Party party, String field) {
    problems.text(party.name(), 35, field + ".name");
    problems.atMost(party.attention(), 35, field + ".attention");
    problems.atMost(party.email(), 50, field + ".email");
    problems.atMost(party.taxNumber(), 15, field + ".taxNumber");
    problems.atMost(party.phone(), 25, field + ".phone");
    phone(party.phone(), party.address().country(), field + ".phone");
    address(party.address(), field + ".address");
  }

  private void phone(@Nullable String phone, String country, String field) {
    if (phone != null && !phone.isBlank()) {
      int digits = phone.replaceAll("\\D", "").length();
      int least = TEN_DIGIT_PHONES.contains(country) ? 10 : 1;
      problems.hold(
          digits >= least && digits <= 15, field, "must have %d to 15 digits".formatted(least));
    }
  }

  private void address(Address address, String field) {
    List<String> lines = address.lines().stream().filter(line -> !line.isBlank()).toList();
    problems.hold(!lines.isEmpty(), field + ".lines", "is missing");
    problems.hold(lines.size() <= 3, field + ".lines", "must be one to three lines");
    for (int i = 0; i < lines.size(); i++) {
      problems.atMost(lines.get(i), 35, field + ".lines[%d]".formatted(i));
    }
    problems.text(address.city(), 30, field + ".city");
    problems.country(address.country(), field + ".country");
    String state = address.state();
    problems.hold(
        !WITH_STATES.contains(address.country()) || (state != null && state.matches("[A-Z]{2}")),
        field + ".state",
        "must be a code of two letters");
    problems.atMost(state, 5, field + ".state");
    postalCode(address, field + ".postalCode");
  }

  private void postalCode(Address address, String field) {
    String code = UpsParts.postalCode(address.postalCode(), address.country());
    problems.atMost(code, 9, field);
    switch (address.country()) {
      case "US", "PR" ->
          problems.hold(
              code != null && code.matches("\\d{5}(\\d{4})?"), field, "must have 5 or 9 digits");
      case "CA" ->
          problems.hold(
              code != null && code.matches("([A-Z]\\d){3}"), field, "must look like A1A 1A1");
      default -> {}
    }
  }

  private void parcel(Parcel parcel, String field) {
    UpsUnits units = UpsUnits.of(consignment);
    problems.hold(parcel.weight().isPositive(), field + ".weight", "must be above zero");
    problems.hold(
        !units.isTooHeavy(parcel.weight()),
        field + ".weight",
        "is above UPS's limit of " + units.heaviest());
    problems.atMost(parcel.description(), 35, field + ".description");
    Money value = parcel.declaredValue();
    problems.hold(
        value == null
            || (value.isPositive() && value.amount().compareTo(HIGHEST_DECLARED_VALUE) <= 0),
        field + ".declaredValue",
        "must be above zero and at most " + HIGHEST_DECLARED_VALUE);
    Size size = parcel.size();
    if (size != null) {
      size(units, size, field + ".size");
    }
  }

  private void size(UpsUnits units, Size size, String field) {
    problems.hold(size.isPositive(), field, "must be above zero on every side");
    problems.hold(
        !units.isTooLong(size), field, "is above UPS's limit of %s".formatted(units.longest()));
    problems.hold(
        !units.isTooBig(size),
        field,
        "is above UPS's limit of %s for length and girth together".formatted(units.biggest()));
  }
}
