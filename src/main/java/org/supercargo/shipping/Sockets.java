package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.supercargo.carrier.CarrierRates;
import org.supercargo.carrier.CarrierShipping;
import org.supercargo.carrier.CarrierTracking;

/** Which carrier's socket is whose. */
@ApplicationScoped
class Sockets {
  @Inject @Any Instance<CarrierRates> rates;
  @Inject @Any Instance<CarrierShipping> shipping;
  @Inject @Any Instance<CarrierTracking> tracking;

  CarrierRates rates(String carrier) {
    return rates.stream().filter(it -> it.carrier().equals(carrier)).findFirst().orElseThrow();
  }

  CarrierShipping shipping(String carrier) {
    return shipping.stream().filter(it -> it.carrier().equals(carrier)).findFirst().orElseThrow();
  }

  CarrierTracking tracking(String carrier) {
    return tracking.stream().filter(it -> it.carrier().equals(carrier)).findFirst().orElseThrow();
  }
}
