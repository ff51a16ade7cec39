package org.supercargo.carrier.ups;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.Goods;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.Size;
import org.supercargo.carrier.Weight;

/** What parcels weigh and measure for UPS, and how much they may. */
class UpsUnitsTest {
  private static final UpsUnits POUNDS = new UpsUnits(true);
  private static final UpsUnits KILOGRAMS = new UpsUnits(false);
  private static final BigDecimal TENTH = new BigDecimal("0.1");

  /** Rounding down would be a lie that costs money later. */
  @Property
  void tellsNeverLessThanItWeighsAndHardlyMore(
      @ForAll("weights") BigDecimal value, @ForAll Weight.Unit unit) {
    Weight weight = new Weight(value, unit);
    for (UpsUnits units : List.of(POUNDS, KILOGRAMS)) {
      BigDecimal real = weight.in(units.heaviest().unit()).value();
      BigDecimal told = units.weight(weight);
      assertThat(told).isGreaterThanOrEqualTo(real).isGreaterThanOrEqualTo(TENTH);
      assertThat(told.subtract(real)).isLessThanOrEqualTo(TENTH);
      assertThat(told.scale()).isEqualTo(1);
    }
  }

  @Property
  void refusesExactlyWhatIsAboveTheLimitInWhateverUnit(
      @ForAll("weights") BigDecimal value, @ForAll Weight.Unit unit) {
    Weight weight = new Weight(value, unit);
    assertThat(POUNDS.isTooHeavy(weight)).isEqualTo(weight.isMoreThan(Weight.pounds("150")));
    assertThat(KILOGRAMS.isTooHeavy(weight)).isEqualTo(weight.isMoreThan(Weight.kilograms("70")));
  }

  @Property
  void measuresTheSameHoweverTheParcelLies(
      @ForAll("sides") BigDecimal one,
      @ForAll("sides") BigDecimal two,
      @ForAll("sides") BigDecimal three,
      @ForAll Size.Unit unit) {
    Size size = new Size(one, two, three, unit);
    Size turned = new Size(three, one, two, unit);
    for (UpsUnits units : List.of(POUNDS, KILOGRAMS)) {
      assertThat(units.size(turned)).isEqualTo(units.size(size));
      assertThat(units.isTooLong(turned)).isEqualTo(units.isTooLong(size));
      assertThat(units.isTooBig(turned)).isEqualTo(units.isTooBig(size));
      assertThat(units.size(size).height()).isGreaterThanOrEqualTo(BigDecimal.ONE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "108, 10, 10, INCH, false, false",
    "109, 10, 10, INCH, true, false",
    "107, 15, 14, INCH, false, false",
    "107, 15, 15, INCH, false, true",
    "274, 20, 20, CENTIMETRE, false, false",
    "276, 20, 20, CENTIMETRE, true, false",
    "250, 50, 35, CENTIMETRE, false, true"
  })
  void knowsTheLimitsOfSizes(
      String length, String width, String height, Size.Unit unit, boolean tooLong, boolean tooBig) {
    Size size = Size.of(length, width, height, unit);
    assertThat(POUNDS.isTooLong(size)).isEqualTo(tooLong);
    assertThat(POUNDS.isTooBig(size)).isEqualTo(tooBig);
  }

  @Test
  void namesTheLimitThatWasBroken() {
    Parcel parcel = Parcel.of(Weight.pounds("151"), Size.of("120", "50", "50", Size.Unit.INCH));
    UpsProblems problems = new UpsProblems();
    Consignment consignment =
        Consignment.of("A1B2C3", Goods.SENDER, Goods.RECEIVER, List.of(Goods.parcel("1"), parcel));
    new UpsConsignmentCheck(problems, consignment).check();
    assertThat(problems.found())
        .extracting(OrderProblem::field)
        .containsOnly("consignment.parcels[1].weight", "consignment.parcels[1].size");
    assertThat(problems.found())
        .extracting(OrderProblem::words)
        .anyMatch(words -> words.contains("150 lb"))
        .anyMatch(words -> words.contains("108 in"));
  }

  @Provide
  Arbitrary<BigDecimal> weights() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.001"), new BigDecimal("3000"))
        .ofScale(3);
  }

  @Provide
  Arbitrary<BigDecimal> sides() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.1"), new BigDecimal("400"))
        .ofScale(2);
  }
}
