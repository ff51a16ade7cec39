package org.supercargo.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.Arrival;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.Charges;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Rate;
import org.supercargo.carrier.Rates;
import org.supercargo.carrier.Service;

class QuotesTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

  private static Charges charges(String amount) {
    Money total = Money.of(amount, "USD");
    return new Charges(total, null, null, null, List.of(), List.of(), null);
  }

  private static Rate rate(String published, @Nullable String negotiated, int day) {
    return new Rate(
        new Service("0" + day, "any"),
        charges(published),
        negotiated == null ? null : charges(negotiated),
        null,
        new Arrival(MONDAY.plusDays(day), null, null),
        day,
        false,
        null,
        List.of());
  }

  private static Quote quote(boolean negotiated, Rate... rates) {
    return Quotes.quote(new Rates(List.of(rates), List.of(), "t"), negotiated, MONDAY.plusDays(2));
  }

  @Test
  void goesByWhatTheAccountPays() {
    Rate dear = rate("10.00", null, 1);
    Rate cheap = rate("50.00", "5.00", 3);
    assertThat(quote(true, dear, cheap).byPrice()).containsExactly(cheap, dear);
    assertThat(quote(true, dear, cheap).inTime()).isEqualTo(dear);
  }

  @Test
  void saysLoudlyThatNegotiatedRatesAreMissing() {
    assertThat(quote(true, rate("10.00", null, 1)).lacksNegotiated()).isTrue();
    assertThat(quote(true, rate("10.00", "9.00", 1)).lacksNegotiated()).isFalse();
    assertThat(quote(false, rate("10.00", null, 1)).lacksNegotiated()).isFalse();
  }

  @Test
  void believesNoPriceOfZero() {
    Rate free = rate("10.00", "0.00", 1);
    assertThatThrownBy(() -> quote(true, free)).isInstanceOf(Unavailable.class);
  }

  @Property(tries = 300)
  void marksTheCheapestOfThoseInTime(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 500) Integer> cents,
      @ForAll @Size(min = 12, max = 12) List<@IntRange(max = 6) Integer> days) {
    List<Rate> rates = new ArrayList<>();
    for (int i = 0; i < cents.size(); i++) {
      rates.add(
          rate(
              "0.0" + "1",
              "%d.%02d".formatted(cents.get(i) / 100, cents.get(i) % 100),
              days.get(i)));
    }
    Quote quote = quote(true, rates.toArray(Rate[]::new));
    assertThat(quote.byPrice()).containsExactlyInAnyOrderElementsOf(rates);
    assertThat(quote.byPrice()).extracting(Rate::price).isSortedAccordingTo(Money::compareTo);
    Rate marked = quote.inTime();
    List<Rate> inTime =
        rates.stream().filter(it -> !it.arrival().date().isAfter(MONDAY.plusDays(2))).toList();
    assertThat(marked == null).isEqualTo(inTime.isEmpty());
    if (marked != null) {
      assertThat(inTime).contains(marked);
      assertThat(inTime)
          .allSatisfy(it -> assertThat(it.price()).isGreaterThanOrEqualTo(marked.price()));
    }
  }
}
