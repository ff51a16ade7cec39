package org.supercargo.web.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.supercargo.carrier.Advice;
import org.supercargo.carrier.CarrierAdvice;
import org.supercargo.carrier.CarrierMessage;

/** The carriers' catalogues. */
@ApplicationScoped
class Advices {
  @Inject @Any Instance<CarrierAdvice> carriers;

  /** Empty where nobody can say more than the carrier itself. */
  Optional<Advice> of(String carrier, CarrierMessage said) {
    return said.code().isBlank()
        ? Optional.empty()
        : catalogue(carrier).map(known -> known.explain(said)).filter(Advice::known);
  }

  boolean blameTheAccount(String carrier, CarrierMessage said) {
    return catalogue(carrier).filter(known -> known.blamesTheAccount(said)).isPresent();
  }

  private Optional<CarrierAdvice> catalogue(String carrier) {
    return carriers.stream().filter(one -> one.carrier().equals(carrier)).findFirst();
  }
}
