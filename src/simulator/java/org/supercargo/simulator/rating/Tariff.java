package org.supercargo.simulator.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * Prices: base and weight by service, dearer by zone, fuel on top, less for an account with
 * negotiated rates.
 */
record Tariff(Shipment shipment, Service service) {
  private static final BigDecimal FUEL = new BigDecimal("0.18");
  private static final BigDecimal RESIDENTIAL = new BigDecimal("5.95");
  private static final BigDecimal NEGOTIATED = new BigDecimal("0.72");
  private static final BigDecimal ZONE_STEP = new BigDecimal("0.08");
  private static final Map<String, String> CURRENCY =
      Map.of(
          "US", "USD", "PR", "USD", "CA", "CAD", "GB", "GBP", "PL", "PLN", "MX", "MXN", "JP", "JPY",
          "SE", "SEK");

  /**
   * 2 next door to 8 across the country, by how far the postal codes lie apart; 9 when a border is
   * crossed.
   */
  int zone() {
    if (!shipment.isDomestic()) {
      return 9;
    }
    int apart = Math.abs(area(shipment.from()) - area(shipment.to()));
    return Math.min(8, 2 + apart / 12);
  }

  Money base(List<Parcel> parcels) {
    BigDecimal cents = BigDecimal.ZERO;
    for (Parcel parcel : parcels) {
      BigDecimal weight = parcel.pounds().setScale(0, RoundingMode.CEILING);
      cents =
          cents.add(
              weight
                  .multiply(BigDecimal.valueOf(service.perPound()))
                  .add(BigDecimal.valueOf(service.basePrice())));
    }
    BigDecimal dearer = BigDecimal.ONE.add(ZONE_STEP.multiply(BigDecimal.valueOf(zone() - 2L)));
    return money(cents.movePointLeft(2).multiply(dearer));
  }

  Money fuel(Money base) {
    return base.times(FUEL);
  }

  Money residential() {
    return money(shipment.to().residential() ? RESIDENTIAL : BigDecimal.ZERO);
  }

  static Money negotiated(Money published) {
    return published.times(NEGOTIATED);
  }

  Money money(BigDecimal amount) {
    return Money.of(CURRENCY.getOrDefault(shipment.from().country(), "EUR"), amount);
  }

  /** Days in transit: what the service promises, more over land when far. */
  int days() {
    boolean byLand = service.code().equals("03") || service.code().equals("11");
    return byLand ? Math.min(6, 1 + zone() / 2) : service.days();
  }

  private static int area(Place place) {
    String digits = place.postalCode().replaceAll("\\D", "");
    return digits.isEmpty()
        ? 0
        : Integer.parseInt(digits.substring(0, Math.min(2, digits.length())));
  }
}
