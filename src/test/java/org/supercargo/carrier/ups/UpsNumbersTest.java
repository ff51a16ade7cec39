package org.supercargo.carrier.ups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpsNumbersTest {
  private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** Known good ones: UPS's own test numbers. */
  @ParameterizedTest
  @ValueSource(strings = {"1Z999AA10123456784", "1Z12345E1512345676", "1Z12345E6605272234"})
  void doubtsNoGoodNumber(String number) {
    assertThat(UpsNumbers.doubt(number)).isEmpty();
  }

  /** Stands in UPS's own documents: a doubt is no reason to refuse. */
  @Test
  void takesUpssOwnExampleThoughItsDigitIsWrong() {
    assertThat(UpsNumbers.doubt("1Z12345E0205271688")).isNotEmpty();
    assertThat(UpsNumbers.normalised("1Z12345E0205271688")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1Z999AA10123456785, digit",
    "1Z999AA1012345678, 18",
    "1Z999AA101234567842, 18",
    "1Z999AA1012345678X, 18"
  })
  void doubtsInWords(String number, String word) {
    assertThat(UpsNumbers.doubt(number)).hasValueSatisfying(it -> assertThat(it).contains(word));
  }

  @ParameterizedTest
  @ValueSource(strings = {"92055900100111152280003029", "1234567", "T9999999999", "H1234567890"})
  void doubtsNothingThatItCantCheck(String number) {
    assertThat(UpsNumbers.normalised(number)).contains(number);
    assertThat(UpsNumbers.doubt(number)).isEmpty();
  }

  @Property
  void warnsOfAWrongCheckDigitAndNeverRejects(
      @ForAll("bodies") String body, @ForAll @IntRange(min = 0, max = 9) int digit) {
    String number = "1Z" + body + digit;
    assertThat(UpsNumbers.isNumber(number)).isTrue();
    assertThat(UpsNumbers.normalised(number.toLowerCase(Locale.ROOT))).contains(number);
    long good =
        "0123456789"
            .chars()
            .filter(each -> UpsNumbers.doubt("1Z" + body + (char) each).isEmpty())
            .count();
    assertThat(good).as("exactly one digit fits").isEqualTo(1);
  }

  /** Where a sign counts twice, five more or less make no difference. */
  @Property
  void noticesAWrongDigitAtEveryPlaceThatCountsOnce(
      @ForAll("bodies") String body,
      @ForAll @IntRange(min = 0, max = 7) int place,
      @ForAll @IntRange(min = 1, max = 9) int off) {
    int at = 2 * place;
    char wrong = (char) ('0' + (value(body.charAt(at)) + off) % 10);
    String other = body.substring(0, at) + wrong + body.substring(at + 1);
    String digit = digitOf(body);
    assertThat(UpsNumbers.doubt("1Z" + other + digit)).isNotEmpty();
  }

  @Property
  void answersAnythingTyped(@ForAll String typed) {
    UpsNumbers.normalised(typed)
        .ifPresent(
            number -> {
              assertThat(number).matches("[0-9A-Z]{7,34}");
              assertThat(UpsNumbers.doubt(number).orElse("no doubt")).isNotBlank();
            });
  }

  private static int value(char sign) {
    return sign <= '9' ? sign - '0' : (sign - 63) % 10;
  }

  private static String digitOf(String body) {
    return "0123456789"
        .chars()
        .mapToObj(each -> String.valueOf((char) each))
        .filter(each -> UpsNumbers.doubt("1Z" + body + each).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.strings().withChars(SIGNS).ofLength(15);
  }
}
