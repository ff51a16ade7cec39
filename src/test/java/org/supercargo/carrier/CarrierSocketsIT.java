package org.supercargo.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supercargo.container.InContainer;

/** What only the server's class loaders can break. */
class CarrierSocketsIT extends InContainer {
  @Inject CarrierRates rates;
  @Inject CarrierShipping shipping;
  @Inject CarrierTracking tracking;
  @Inject CarrierAdvice advice;

  @Test
  void findsACarrierForEverySocket() {
    assertThat(List.of(rates.carrier(), shipping.carrier(), tracking.carrier(), advice.carrier()))
        .containsOnly("UPS");
    assertThat(shipping.longestCall()).isPositive();
    assertThat(advice.all()).hasSizeGreaterThan(100);
    assertThat(rates.services("CA", "CA")).extracting(Service::name).contains("UPS Express");
  }

  @Test
  void convertsUnitsByTheLibrary() {
    assertThat(Weight.kilograms("1").in(Weight.Unit.POUND)).hasToString("2.204623 lb");
    assertThat(Size.of("1", "2", "3", Size.Unit.INCH).in(Size.Unit.CENTIMETRE))
        .hasToString("7.62 × 5.08 × 2.54 cm");
  }
}
