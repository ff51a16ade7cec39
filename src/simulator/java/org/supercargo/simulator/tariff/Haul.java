package org.supercargo.simulator.tariff;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What goes from where to where, as far as a price depends on it. The signature is the shipment's
 * as a whole; parcels may have one of their own. The return service is a code of UPS's.
 */
public record Haul(
    Place from,
    Place to,
    List<Parcel> parcels,
    boolean saturdayDelivery,
    boolean signature,
    Optional<String> returnService) {

  public boolean isDomestic() {
    return from.country().equals(to.country());
  }

  public Haul only(Parcel parcel) {
    return new Haul(from, to, List.of(parcel), false, false, Optional.empty());
  }

  public Map<String, Object> billingWeight() {
    BigDecimal sum = parcels.stream().map(Parcel::billed).reduce(BigDecimal.ZERO, BigDecimal::add);
    return Parcel.asJson(sum, parcels.get(0).unit());
  }
}
