package org.supercargo.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({
    "5, USD, 5.00 USD",
    "5.000, USD, 5.00 USD",
    "47.96, USD, 47.96 USD",
    "0.125, USD, 0.125 USD",
    "1500, JPY, 1500 JPY",
    "1500.00, JPY, 1500 JPY",
    "1E3, JPY, 1000 JPY",
    "1, KWD, 1.000 KWD",
    "7, QQQ, 7.00 QQQ"
  })
  void hasTheDecimalsOfItsCurrency(String amount, String currency, String words) {
    assertThat(Money.of(amount, currency)).hasToString(words);
  }

  @ParameterizedTest
  @CsvSource({"0.125, USD, 0.13", "0.124, USD, 0.12", "1.5, JPY, 2", "1.0005, KWD, 1.001"})
  void roundsToWhatCanBePaid(String amount, String currency, String digits) {
    assertThat(Money.of(amount, currency).rounded().digits()).isEqualTo(digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "usd", "US", "USDX", "U$D", "１２３"})
  void takesNoCurrencyThatIsNone(String currency) {
    assertThatThrownBy(() -> Money.of("1", currency)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E999999999", "1E-999999999", "1E2147483647"})
  void refusesWhatWouldTakeForeverToPrint(String amount) {
    assertThatThrownBy(() -> Money.of(amount, "USD")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neverAddsOrComparesDifferentCurrencies() {
    Money dollars = Money.of("1", "USD");
    Money yen = Money.of("1", "JPY");
    assertThatThrownBy(() -> dollars.plus(yen)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> dollars.compareTo(yen)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void equalsWhateverItsZeros(
      @ForAll("amounts") BigDecimal amount, @ForAll("currencies") String c) {
    Money money = new Money(amount, c);
    assertThat(new Money(amount.setScale(amount.scale() + 3), c)).isEqualTo(money);
    assertThat(new Money(amount.stripTrailingZeros(), c)).isEqualTo(money).hasSameHashCodeAs(money);
    assertThat(new BigDecimal(money.digits())).isEqualByComparingTo(amount);
    assertThat(Money.of(money.digits(), c)).isEqualTo(money);
  }

  @Property
  void addsExactly(
      @ForAll("amounts") BigDecimal one,
      @ForAll("amounts") BigDecimal other,
      @ForAll("currencies") String c) {
    Money sum = new Money(one, c).plus(new Money(other, c));
    assertThat(sum.amount()).isEqualByComparingTo(one.add(other));
    assertThat(sum).isEqualTo(new Money(other, c).plus(new Money(one, c)));
  }

  @Provide
  Arbitrary<BigDecimal> amounts() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-9999999999"), new BigDecimal("9999999999"))
        .ofScale(6);
  }

  @Provide
  Arbitrary<String> currencies() {
    return Arbitraries.of("USD", "EUR", "JPY", "KRW", "KWD", "CLF", "XAU", "ZZZ");
  }
}
