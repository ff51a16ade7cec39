package org.supercargo.simulator.tariff;

import static org.supercargo.simulator.classic.Checks.hold;
import static org.supercargo.simulator.classic.Checks.require;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.supercargo.simulator.http.Fields;

/** Reads a package of a question; its number is told when it is refused. */
record ParcelReader(Fields parcel, int number, ParcelRefusals refusals) {
  private static final Map<String, BigDecimal> HEAVIEST =
      Map.of("LBS", new BigDecimal(150), "KGS", new BigDecimal(70), "OZS", new BigDecimal(2400));

  Parcel read() {
    String packaging =
        require(
            parcel
                .at(refusals.packagingField())
                .text("Code")
                .filter(code -> code.matches("[0-9A-Za-z]{2}")),
            refusals.packaging(),
            "Missing or invalid %s in package %d".formatted(refusals.packagingField(), number));
    Fields weight = parcel.at("PackageWeight");
    String unit =
        require(
            weight.at("UnitOfMeasurement").text("Code").filter(Parcel::isUnit),
            refusals.weightUnit(),
            "Missing or invalid weight unit of package %d: KGS, LBS or OZS".formatted(number));
    Fields options = parcel.at("PackageServiceOptions");
    return new Parcel(
        packaging,
        weight(weight, unit),
        unit,
        size(unit),
        declaredValue(options.at("DeclaredValue")),
        options.at("DeliveryConfirmation").isPresent(),
        parcel.at("AdditionalHandlingIndicator").isPresent());
  }

  private BigDecimal weight(Fields weight, String unit) {
    BigDecimal value =
        require(
            weight.text("Weight").flatMap(ParcelReader::positive),
            unit.equals("KGS") ? refusals.weightInKilos() : refusals.weight(),
            "Package %d must weigh more than zero".formatted(number));
    hold(
        value.compareTo(HEAVIEST.get(unit)) <= 0,
        unit.equals("KGS") ? refusals.tooHeavyInKilos() : refusals.tooHeavy(),
        "The maximum weight of a package is %s %s".formatted(HEAVIEST.get(unit), unit));
    return value;
  }

  private Optional<Size> size(String weightUnit) {
    List<Fields> given = parcel.list("Dimensions");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Fields dimensions = given.get(0);
    String unit =
        require(
            dimensions.at("UnitOfMeasurement").text("Code").filter(Set.of("IN", "CM")::contains),
            refusals.sizeUnit(),
            "Missing or invalid dimension unit of package %d: IN or CM".formatted(number));
    Size size =
        new Size(
            unit.equals("CM"),
            side(dimensions, "Length"),
            side(dimensions, "Width"),
            side(dimensions, "Height"));
    hold(
        size.metric() == weightUnit.equals("KGS"),
        refusals.mixedUnits(),
        "A shipment can't mix KGS with IN or LBS with CM");
    hold(
        !size.isTooBig(),
        refusals.tooBig(),
        "Package %d exceeds the maximum size: 108 in long, 165 in long and around"
            .formatted(number));
    return Optional.of(size);
  }

  private BigDecimal side(Fields dimensions, String name) {
    return require(
        dimensions.text(name).flatMap(ParcelReader::positive),
        refusals.size(),
        "Package %d needs length, width and height, each above 0".formatted(number));
  }

  private BigDecimal declaredValue(Fields value) {
    BigDecimal amount =
        value.text("MonetaryValue").flatMap(ParcelReader::positive).orElse(BigDecimal.ZERO);
    hold(
        amount.compareTo(new BigDecimal(50_000)) <= 0,
        "121025",
        "The declared value of package %d is above 50000".formatted(number));
    return amount;
  }

  private static Optional<BigDecimal> positive(String text) {
    return text.matches("\\d{1,6}(\\.\\d{1,4})?")
        ? Optional.of(new BigDecimal(text)).filter(value -> value.signum() > 0)
        : Optional.empty();
  }
}
