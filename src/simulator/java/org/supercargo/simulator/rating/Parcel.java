package org.supercargo.simulator.rating;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.supercargo.simulator.http.Fields;
import org.supercargo.simulator.http.UpsProblem;

/** A package to be rated; its weight in its own unit. */
record Parcel(BigDecimal weight, String unit) {
  private static final Map<String, BigDecimal> HEAVIEST =
      Map.of("LBS", new BigDecimal(150), "KGS", new BigDecimal(70), "OZS", new BigDecimal(2400));
  private static final Map<String, BigDecimal> IN_POUNDS =
      Map.of(
          "LBS", BigDecimal.ONE, "KGS", new BigDecimal("2.20462"), "OZS", new BigDecimal("0.0625"));

  static Parcel of(Fields parcel, int number) {
    Fields packaging = parcel.at("PackagingType");
    Checks.require(
        packaging.text("Code"),
        Checks.INVALID,
        "Missing or invalid PackagingType in package " + number);
    Fields weight = parcel.at("PackageWeight");
    String unit =
        Checks.require(
            weight.at("UnitOfMeasurement").text("Code").filter(HEAVIEST::containsKey),
            "110023",
            "Missing or invalid weight unit of package %d: KGS, LBS or OZS".formatted(number));
    BigDecimal value =
        Checks.require(
            weight.text("Weight").flatMap(Parcel::positive),
            unit.equals("KGS") ? "111031" : "111030",
            "Package %d must weigh more than zero".formatted(number));
    checkHeaviest(value, unit);
    parcel.list("Dimensions").forEach(dimensions -> checkDimensions(dimensions, unit, number));
    return new Parcel(value, unit);
  }

  BigDecimal pounds() {
    return weight.multiply(IN_POUNDS.get(unit));
  }

  private static void checkHeaviest(BigDecimal value, String unit) {
    if (value.compareTo(HEAVIEST.get(unit)) > 0) {
      throw UpsProblem.badRequest(
          unit.equals("KGS") ? "111036" : "111035",
          "The maximum weight of a package is %s %s".formatted(HEAVIEST.get(unit), unit));
    }
  }

  private static void checkDimensions(Fields dimensions, String weightUnit, int number) {
    String unit =
        Checks.require(
            dimensions.at("UnitOfMeasurement").text("Code").filter(Set.of("IN", "CM")::contains),
            "110021",
            "Missing or invalid dimension unit of package %d: IN or CM".formatted(number));
    for (String side : new String[] {"Length", "Width", "Height"}) {
      Checks.require(
          dimensions.text(side).flatMap(Parcel::positive),
          "110609",
          "Package %d needs length, width and height, each above 0".formatted(number));
    }
    if (unit.equals("CM") != weightUnit.equals("KGS")) {
      throw UpsProblem.badRequest("110548", "A shipment can't mix KGS with IN or LBS with CM");
    }
  }

  private static Optional<BigDecimal> positive(String text) {
    return text.matches("\\d{1,6}(\\.\\d{1,4})?")
        ? Optional.of(new BigDecimal(text)).filter(value -> value.signum() > 0)
        : Optional.empty();
  }
}
