package org.supercargo.shipping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Rate;

/**
 * Prices of one question, the cheapest first. Never empty, and no price is zero.
 *
 * @param inTime the cheapest that arrives by the wished day, by the destination's calendar; null
 *     when none does, or no day was wished
 * @param lacksNegotiated say it loudly: the account was proven with negotiated rates, and at least
 *     one rate came without
 * @param notices of the carrier, about the answer as a whole
 */
public record Quote(
    List<Rate> byPrice,
    List<Rate> byArrival,
    @Nullable Rate inTime,
    boolean lacksNegotiated,
    List<CarrierMessage> notices,
    String transactionId) {
  public Quote {
    byPrice = List.copyOf(byPrice);
    byArrival = List.copyOf(byArrival);
    notices = List.copyOf(notices);
  }
}
