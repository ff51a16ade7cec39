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

/** Our units in the words of the units library, which calculates with fractions where it can. */
final class Measured {
  private Measured() {}

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
