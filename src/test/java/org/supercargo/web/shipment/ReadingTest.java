package org.supercargo.web.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.Weight;

class ReadingTest {
  private final Reading reading = new Reading(problem -> problem);

  @ParameterizedTest
  @ValueSource(strings = {"5", "0", "12.5", ".5", "999999999.999999", " 7 "})
  void takesPlainNumbers(String text) {
    assertThat(reading.number(typed("weight", text), "weight", "there"))
        .isEqualByComparingTo(text.strip());
    assertThat(reading.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', missing",
    "'1,5', comma",
    "1e9, number",
    "-1, number",
    "5 lb, number",
    "٣, number"
  })
  void saysWhatIsWrongWithEverythingElse(String text, String problem) {
    reading.number(typed("weight", text), "weight", "there");
    assertThat(reading.problems()).containsExactly(new OrderProblem("there", problem));
  }

  @Test
  void takesNothingThatAPageNeverOffered() {
    assertThat(Reading.chosen(typed("packaging", "COFFIN"), "packaging", Packaging.class)).isNull();
  }

  @Test
  void readsAPackageBackAsItWasWritten() {
    Parcel parcel = Parcel.of(Weight.pounds("5.5"));
    assertThat(ParcelLine.of(parcel).parcel(reading, "USD", "there")).isEqualTo(parcel);
  }

  @Test
  void wantsAllSidesOrNone() {
    ParcelLine line = ParcelLine.in("US", Packaging.OWN);
    line.getTyped().put("weight", "5");
    line.getTyped().put("length", "10");
    line.parcel(reading, "USD", "there");
    assertThat(reading.problems()).containsExactly(new OrderProblem("there.size", "sides"));
  }

  private static Map<String, @Nullable String> typed(String field, String text) {
    Map<String, @Nullable String> typed = new HashMap<>();
    typed.put(field, text);
    return typed;
  }
}
