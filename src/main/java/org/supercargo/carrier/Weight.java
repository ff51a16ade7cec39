package org.supercargo.carrier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.measure.quantity.Mass;
import tech.units.indriya.ComparableQuantity;
import tech.units.indriya.quantity.Quantities;

/** What something weighs, in the unit it was weighed in. */
public record Weight(BigDecimal value, Unit unit) {
  private static final int DECIMALS = 6;

  /** The units that carriers take. */
  public enum Unit {
    POUND("lb"),
    OUNCE("oz"),
    KILOGRAM("kg"),
    GRAM("g");

    private final String symbol;

    Unit(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  public Weight {
    Measured.requireSane(value);
  }

  public static Weight of(String value, Unit unit) {
    return new Weight(new BigDecimal(value), unit);
  }

  public static Weight pounds(String value) {
    return of(value, Unit.POUND);
  }

  public static Weight kilograms(String value) {
    return of(value, Unit.KILOGRAM);
  }

  /** The same weight in another unit, to six decimals, half up. */
  public Weight in(Unit other) {
    return other == unit ? this : new Weight(converted(other), other);
  }

  /** Whether it is more than the other, whatever their units. */
  public boolean isMoreThan(Weight other) {
    return in(other.unit).value.compareTo(other.value) > 0;
  }

  public boolean isPositive() {
    return value.signum() > 0;
  }

  @Override
  public String toString() {
    return value.toPlainString() + " " + unit.symbol;
  }

  private BigDecimal converted(Unit other) {
    ComparableQuantity<Mass> quantity = Quantities.getQuantity(value, Measured.in(unit));
    return Measured.exactly(quantity.to(Measured.in(other)).getValue())
        .setScale(DECIMALS, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }
}
