package org.supercargo.web.shipment;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** The money of a country. */
final class Currencies {
  private Currencies() {}

  static String of(String country) {
    try {
      return Optional.ofNullable(Currency.getInstance(Locale.of("", country)))
          .map(Currency::getCurrencyCode)
          .orElse("USD");
    } catch (IllegalArgumentException noCountry) {
      return "USD";
    }
  }
}
