package org.supercargo.simulator.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/** The outside of a parcel, in inches or in centimetres. */
public record Size(boolean metric, BigDecimal length, BigDecimal width, BigDecimal height) {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** 108 in long, 165 in long and around: 274 cm and 419 cm. */
  boolean isTooBig() {
    BigDecimal longest = longest();
    return longest.compareTo(BigDecimal.valueOf(metric ? 274 : 108)) > 0
        || aroundWithLength().compareTo(BigDecimal.valueOf(metric ? 419 : 165)) > 0;
  }

  /** Above 96 in, or 130 in with the girth. */
  boolean isLarge() {
    return longest().compareTo(BigDecimal.valueOf(metric ? 244 : 96)) > 0
        || aroundWithLength().compareTo(BigDecimal.valueOf(metric ? 330 : 130)) > 0;
  }

  /** What the room is billed as, in pounds or kilograms. */
  BigDecimal weight() {
    BigDecimal room = length.multiply(width).multiply(height);
    return room.divide(BigDecimal.valueOf(metric ? 5000 : 139), 1, RoundingMode.CEILING);
  }

  private BigDecimal longest() {
    return Stream.of(length, width, height).reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  private BigDecimal aroundWithLength() {
    BigDecimal sum = length.add(width).add(height);
    return longest().add(TWO.multiply(sum.subtract(longest())));
  }
}
