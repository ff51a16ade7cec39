package org.supercargo.carrier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An amount in a currency. Has as many decimals as the currency: {@code 5 USD} is {@code 5.00},
 * {@code 1500 JPY} has none; more where the amount needs them. So equal amounts are equal.
 *
 * @param currency ISO 4217, three capital letters; one that Java does not know counts two decimals
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final int USUAL_DECIMALS = 2;

  /** Without metals and the like, which have -1. */
  private static final Map<String, Integer> DECIMALS =
      Currency.getAvailableCurrencies().stream()
          .filter(each -> each.getDefaultFractionDigits() >= 0)
          .collect(
              Collectors.toUnmodifiableMap(
                  Currency::getCurrencyCode, Currency::getDefaultFractionDigits));

  public Money {
    if (!CURRENCY.matcher(currency).matches()) {
      throw new IllegalArgumentException("no currency: three capital letters are needed");
    }
    Measured.requireSane(amount);
    // Stripping first: 1E+3 and 1000.000 are the same amount.
    int needed = Math.max(decimals(currency), amount.stripTrailingZeros().scale());
    amount = amount.setScale(needed, RoundingMode.UNNECESSARY);
  }

  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), currency);
  }

  /**
   * The sum.
   *
   * @throws IllegalArgumentException when the currencies differ
   */
  public Money plus(Money other) {
    return new Money(amount.add(same(other).amount), currency);
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  /** Rounded, half up, to what the currency has: what can be paid. */
  public Money rounded() {
    return new Money(amount.setScale(decimals(currency), RoundingMode.HALF_UP), currency);
  }

  /** The amount in digits, without exponent or grouping, such as {@code 47.96}. */
  public String digits() {
    return amount.toPlainString();
  }

  /**
   * By amount.
   *
   * @throws IllegalArgumentException when the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    return amount.compareTo(same(other).amount);
  }

  @Override
  public String toString() {
    return digits() + " " + currency;
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          currency + " and " + other.currency + " don't go together");
    }
    return other;
  }

  private static int decimals(String currency) {
    return DECIMALS.getOrDefault(currency, USUAL_DECIMALS);
  }
}
