package org.supercargo.web.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.Charges;
import org.supercargo.carrier.Money;

class FiguresTest {
  private final Figures figures = new Figures();

  private static Charges charges(@Nullable Money base, @Nullable Money options) {
    Charges.Surcharge fuel = new Charges.Surcharge("375", "Fuel", usd("2.22"));
    return new Charges(usd("14.54"), base, null, options, List.of(fuel), List.of(), null);
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }

  @Test
  void namesWhatNoPartAccountsFor() {
    assertThat(figures.rest(charges(null, null))).isEqualTo(usd("12.32"));
    assertThat(figures.rest(charges(null, usd("0")))).isEqualTo(usd("12.32"));
  }

  @Test
  void namesNothingWhereThePartsAreToldOrMayOverlap() {
    assertThat(figures.rest(charges(usd("12.32"), null))).isNull();
    assertThat(figures.rest(charges(null, usd("3")))).isNull();
    Charges bare = new Charges(usd("5"), null, null, null, List.of(), List.of(), null);
    assertThat(figures.rest(bare)).as("there is nothing to add up").isNull();
  }
}
