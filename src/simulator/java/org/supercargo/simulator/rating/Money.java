package org.supercargo.simulator.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;

/** An amount, rounded to what its currency has: yen come without decimals. */
record Money(String currency, BigDecimal amount) {

  static Money of(String currency, BigDecimal amount) {
    int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
    return new Money(currency, amount.setScale(decimals, RoundingMode.HALF_UP));
  }

  Money times(BigDecimal factor) {
    return of(currency, amount.multiply(factor));
  }

  Money plus(Money other) {
    return of(currency, amount.add(other.amount));
  }

  Map<String, Object> asJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("CurrencyCode", currency);
    json.put("MonetaryValue", amount.toPlainString());
    return json;
  }
}
