package org.supercargo.carrier;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import javax.measure.MetricPrefix;
import javax.measure.Unit;
import javax.measure.quantity.Length;
import javax.measure.quantity.Mass;
import systems.uom.common.USCustomary;
import tech.units.indriya.function.RationalNumber;
import tech.units.indriya.unit.Units;

/** Numbers that measure, and our units as the units library has them. */
final class Measured {
  private static final int MOST_DIGITS = 60;

  private Measured() {}

  /** 1E999999999 is short to write and endless to print. */
  static BigDecimal requireSane(BigDecimal number) {
    if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
      throw new IllegalArgumentException("no quantity and no amount has so many digits");
    }
    return number;
  }

  static Unit<Mass> in(Weight.Unit unit) {
    return switch (unit) {
      case POUND -> USCustomary.POUND;
      case OUNCE -> USCustomary.OUNCE;
      case KILOGRAM -> Units.KILOGRAM;
      case GRAM -> Units.GRAM;
    };
  }

  static Unit<Length> in(Size.Unit unit) {
    return switch (unit) {
      case INCH -> USCustomary.INCH;
      case CENTIMETRE -> MetricPrefix.CENTI(Units.METRE);
    };
  }

  static BigDecimal exactly(Number number) {
    return switch (number) {
      case BigDecimal decimal -> decimal;
      case BigInteger whole -> new BigDecimal(whole);
      case RationalNumber fraction ->
          new BigDecimal(fraction.getDividend())
              .divide(new BigDecimal(fraction.getDivisor()), MathContext.DECIMAL128);
      case Number other -> new BigDecimal(other.toString());
    };
  }
}
