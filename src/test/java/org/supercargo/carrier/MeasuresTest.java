package org.supercargo.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights and sizes. The expected figures are those of the international yard and pound. */
class MeasuresTest {
  @ParameterizedTest
  @CsvSource({
    "1, POUND, KILOGRAM, 0.453592 kg",
    "150, POUND, KILOGRAM, 68.038856 kg",
    "1, KILOGRAM, POUND, 2.204623 lb",
    "16, OUNCE, POUND, 1 lb",
    "1, OUNCE, GRAM, 28.349523 g",
    "2500, GRAM, KILOGRAM, 2.5 kg",
    "70, KILOGRAM, KILOGRAM, 70 kg",
    "0, KILOGRAM, POUND, 0 lb"
  })
  void convertsWeights(String value, Weight.Unit unit, Weight.Unit other, String words) {
    assertThat(Weight.of(value, unit).in(other)).hasToString(words);
  }

  @Test
  void convertsSizesAndFindsTheLongestSide() {
    Size size = Size.of("10", "108", "20.5", Size.Unit.INCH);
    assertThat(size).hasToString("108 × 20.5 × 10 in");
    assertThat(size.in(Size.Unit.CENTIMETRE)).hasToString("274.32 × 52.07 × 25.4 cm");
    assertThat(size.lengthAndGirth()).isEqualByComparingTo("169");
  }

  @Test
  void refusesWhatWouldTakeForeverToPrint() {
    assertThatThrownBy(() -> Weight.pounds("1E999999999"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Size.of("1E999999999", "1", "1", Size.Unit.INCH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void comesBackFromEveryUnit(
      @ForAll("values") BigDecimal value, @ForAll Weight.Unit unit, @ForAll Weight.Unit other) {
    BigDecimal back = new Weight(value, unit).in(other).in(unit).value();
    assertThat(back.subtract(value).abs()).isLessThan(new BigDecimal("0.001"));
  }

  @Property
  void keepsTheOrderOfWeightsInEveryUnit(
      @ForAll("values") BigDecimal one,
      @ForAll("values") BigDecimal other,
      @ForAll Weight.Unit unit) {
    Weight heavy = Weight.of(one.max(other).add(BigDecimal.ONE).toPlainString(), unit);
    Weight light = new Weight(one.min(other), unit);
    for (Weight.Unit any : Weight.Unit.values()) {
      assertThat(heavy.in(any).isMoreThan(light)).isTrue();
      assertThat(light.isMoreThan(heavy.in(any))).isFalse();
    }
  }

  @Property
  void convertsSidesOneByOne(@ForAll("values") BigDecimal side) {
    Size size = new Size(side, side, side, Size.Unit.INCH).in(Size.Unit.CENTIMETRE);
    assertThat(size.height())
        .isEqualByComparingTo(
            side.multiply(new BigDecimal("2.54")).setScale(6, RoundingMode.HALF_UP));
  }

  @Provide
  Arbitrary<BigDecimal> values() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.01"), new BigDecimal("5000"))
        .ofScale(3);
  }
}
