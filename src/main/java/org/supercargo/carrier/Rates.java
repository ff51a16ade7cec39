package org.supercargo.carrier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link RateQuestion}. Never empty: a carrier that has no rate says why, by an
 * exception.
 *
 * @param rates in the carrier's order, all in the currency of the origin
 * @param notices of the answer as a whole
 * @param transactionId under which the carrier knows this call
 */
public record Rates(List<Rate> rates, List<CarrierMessage> notices, String transactionId) {
  private static final Comparator<Rate> BY_PRICE =
      Comparator.comparing((Rate rate) -> rate.price().currency())
          .thenComparing(rate -> rate.price().amount());
  private static final Comparator<Rate> BY_ARRIVAL =
      Comparator.comparing(
          Rates::arrivalOf, Comparator.nullsLast(Comparator.<Arrival>naturalOrder()));

  public Rates {
    rates = List.copyOf(rates);
    notices = List.copyOf(notices);
    if (rates.isEmpty()) {
      throw new IllegalArgumentException("an answer without a rate is an error");
    }
  }

  /** The cheapest first; of the same price the earliest. */
  public List<Rate> byPrice() {
    return rates.stream().sorted(BY_PRICE.thenComparing(BY_ARRIVAL)).toList();
  }

  /** The earliest first; of the same arrival the cheapest. What tells no arrival comes last. */
  public List<Rate> byArrival() {
    return rates.stream().sorted(BY_ARRIVAL.thenComparing(BY_PRICE)).toList();
  }

  /** The cheapest that arrives on or before that day, by the destination's calendar. */
  public Optional<Rate> cheapestBy(LocalDate wished) {
    return byPrice().stream()
        .filter(
            rate -> Stream.ofNullable(rate.arrival()).anyMatch(at -> !at.date().isAfter(wished)))
        .findFirst();
  }

  /**
   * Whether a rate lacks its negotiated price. For an account that was proven with negotiated rates
   * that is money, and has to be said loudly.
   */
  public boolean lacksNegotiated() {
    return rates.stream().anyMatch(rate -> rate.negotiated() == null);
  }

  private static @Nullable Arrival arrivalOf(Rate rate) {
    return rate.arrival();
  }
}
