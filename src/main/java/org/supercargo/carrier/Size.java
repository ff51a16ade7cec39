package org.supercargo.carrier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tech.units.indriya.quantity.Quantities;

/**
 * The outer measures of a parcel. The longest is its length, in whatever order they are given.
 *
 * @param length the longest side
 */
public record Size(BigDecimal length, BigDecimal width, BigDecimal height, Unit unit) {
  private static final int DECIMALS = 6;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** The units that carriers take. */
  public enum Unit {
    INCH("in"),
    CENTIMETRE("cm");

    private final String symbol;

    Unit(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  public Size {
    List<BigDecimal> sides =
        Stream.of(length, width, height)
            .map(Measured::requireSane)
            .sorted(Comparator.reverseOrder())
            .toList();
    length = sides.get(0);
    width = sides.get(1);
    height = sides.get(2);
  }

  public static Size of(String length, String width, String height, Unit unit) {
    return new Size(new BigDecimal(length), new BigDecimal(width), new BigDecimal(height), unit);
  }

  /** The same size in another unit, to six decimals, half up. */
  public Size in(Unit other) {
    return other == unit
        ? this
        : new Size(
            converted(length, other), converted(width, other), converted(height, other), other);
  }

  /** Length and girth: once along, once around. */
  public BigDecimal lengthAndGirth() {
    return length.add(width.add(height).multiply(TWO));
  }

  public boolean isPositive() {
    return height.signum() > 0;
  }

  @Override
  public String toString() {
    return "%s × %s × %s %s"
        .formatted(
            length.toPlainString(), width.toPlainString(), height.toPlainString(), unit.symbol);
  }

  private BigDecimal converted(BigDecimal side, Unit other) {
    return Measured.exactly(
            Quantities.getQuantity(side, Measured.in(unit)).to(Measured.in(other)).getValue())
        .setScale(DECIMALS, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }
}
