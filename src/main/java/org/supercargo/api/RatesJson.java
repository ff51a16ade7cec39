package org.supercargo.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Rate;
import org.supercargo.carrier.Service;
import org.supercargo.shipping.Quote;

/**
 * Prices. Never empty, and no price is zero.
 *
 * @param cheapestInTime the cheapest service that arrives by the wished day
 * @param lacksNegotiated the account was proven with negotiated rates and got none: it is money
 */
public record RatesJson(
    List<Rate> rates,
    @Nullable Service cheapestInTime,
    boolean lacksNegotiated,
    List<CarrierMessage> notices,
    String transactionId) {
  static RatesJson of(Quote quote, boolean byArrival) {
    Rate inTime = quote.inTime();
    return new RatesJson(
        byArrival ? quote.byArrival() : quote.byPrice(),
        inTime == null ? null : inTime.service(),
        quote.lacksNegotiated(),
        quote.notices(),
        quote.transactionId());
  }
}
