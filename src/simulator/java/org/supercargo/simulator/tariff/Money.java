package org.supercargo.simulator.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.supercargo.simulator.http.Json;

/** An amount, rounded to what its currency has: yen come without decimals. */
public record Money(String currency, BigDecimal amount) {
  private static final Map<String, String> BY_COUNTRY =
      Map.of(
          "US", "USD", "PR", "USD", "CA", "CAD", "GB", "GBP", "PL", "PLN", "MX", "MXN", "JP", "JPY",
          "SE", "SEK");
  private static final Map<String, BigDecimal> PER_DOLLAR =
      Map.of(
          "JPY", new BigDecimal(150),
          "MXN", new BigDecimal(18),
          "SEK", new BigDecimal(10),
          "PLN", new BigDecimal(4),
          "CAD", new BigDecimal("1.35"));

  public static Money of(String currency, BigDecimal amount) {
    int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
    return new Money(currency, amount.setScale(decimals, RoundingMode.HALF_UP));
  }

  /** Dollars in the currency of that place, at a rate that keeps prices plausible. */
  static Money inMoneyOf(Place origin, BigDecimal dollars) {
    String currency = BY_COUNTRY.getOrDefault(origin.country(), "EUR");
    return of(currency, dollars.multiply(PER_DOLLAR.getOrDefault(currency, BigDecimal.ONE)));
  }

  Money times(BigDecimal factor) {
    return of(currency, amount.multiply(factor));
  }

  public Money plus(Money other) {
    return of(currency, amount.add(other.amount));
  }

  Money plusAll(List<Money> others) {
    return others.stream().reduce(this, Money::plus);
  }

  public Map<String, Object> asJson() {
    return Json.object("CurrencyCode", currency, "MonetaryValue", amount.toPlainString());
  }
}
