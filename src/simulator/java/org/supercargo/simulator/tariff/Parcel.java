package org.supercargo.simulator.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.supercargo.simulator.http.Fields;
import org.supercargo.simulator.http.Json;

/** A package as it is priced; its weight in its own unit, its declared value in its origin's. */
public record Parcel(
    String packaging,
    BigDecimal weight,
    String unit,
    Optional<Size> size,
    BigDecimal declaredValue,
    boolean signature,
    boolean additionalHandling) {

  private static final Map<String, BigDecimal> IN_POUNDS =
      Map.of(
          "LBS", BigDecimal.ONE, "KGS", new BigDecimal("2.20462"), "OZS", new BigDecimal("0.0625"));
  private static final Map<String, String> UNITS =
      Map.of("LBS", "Pounds", "KGS", "Kilograms", "OZS", "Ounces");

  public static Parcel of(Fields parcel, int number, ParcelRefusals refusals) {
    return new ParcelReader(parcel, number, refusals).read();
  }

  /** The heavier of scale and room, rounded up to the next whole unit. */
  BigDecimal billed() {
    BigDecimal room = size.map(Size::weight).orElse(BigDecimal.ZERO);
    return weight.max(unit.equals("OZS") ? weight : room).setScale(0, RoundingMode.CEILING);
  }

  BigDecimal billedPounds() {
    return billed().multiply(IN_POUNDS.get(unit)).setScale(0, RoundingMode.CEILING);
  }

  boolean isLarge() {
    return size.map(Size::isLarge).orElse(false);
  }

  public static String oneDecimal(BigDecimal weight) {
    return weight.setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  public static Map<String, Object> asJson(BigDecimal weight, String unit) {
    return Json.object(
        "UnitOfMeasurement",
        Json.object("Code", unit, "Description", UNITS.get(unit)),
        "Weight",
        weight.precision() > 3 && weight.scale() <= 0
            ? weight.toPlainString()
            : oneDecimal(weight));
  }

  static boolean isUnit(String code) {
    return UNITS.containsKey(code);
  }
}
