package org.supercargo.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Rate;
import org.supercargo.carrier.RateQuestion;

/** Prices of a connected account. */
class QuoteIT extends InShipping {
  private static final RateQuestion SHOP = RateQuestion.shop(Goods.consignment(1));

  @Test
  void sortsByPriceAndByArrivalAndMarksTheCheapestInTime() {
    Quote quote = shipping.quote(account, SHOP, null);
    assertThat(quote.byPrice()).hasSizeGreaterThan(3);
    assertThat(quote.byPrice()).extracting(Rate::price).isSortedAccordingTo(Money::compareTo);
    assertThat(quote.inTime()).isNull();
    Rate first = quote.byArrival().getFirst();
    assertThat(first.arrival()).isNotNull();
    Quote wished = shipping.quote(account, SHOP, first.arrival().date());
    Rate cheapest =
        wished.byPrice().stream()
            .filter(
                it -> it.arrival() != null && !it.arrival().date().isAfter(first.arrival().date()))
            .min(Comparator.comparing(Rate::price))
            .orElseThrow();
    assertThat(wished.inTime()).isEqualTo(cheapest);
    assertThat(quote.lacksNegotiated()).isFalse();
    assertThat(quote.byPrice()).allSatisfy(it -> assertThat(it.negotiated()).isNotNull());
  }

  @Test
  void saysLoudlyWhenAProvenAccountGetsNoNegotiatedRate() {
    String body =
        """
        {"RateResponse":{"Response":{"ResponseStatus":{"Code":"1","Description":"Success"}},
        "RatedShipment":[{"Service":{"Code":"03","Description":""},
        "BillingWeight":{"UnitOfMeasurement":{"Code":"LBS"},"Weight":"2.0"},
        "TransportationCharges":{"CurrencyCode":"USD","MonetaryValue":"12.00"},
        "ServiceOptionsCharges":{"CurrencyCode":"USD","MonetaryValue":"0.00"},
        "TotalCharges":{"CurrencyCode":"USD","MonetaryValue":"12.00"},"RatedPackage":[]}]}}
        """;
    ups().answersNext("rate", 200, body);
    Quote quote = shipping.quote(account, SHOP, null);
    assertThat(quote.lacksNegotiated()).isTrue();
    answersAlways(body.replace("\"MonetaryValue\":\"12.00\"", "\"MonetaryValue\":\"0.00\""));
    assertThatThrownBy(() -> shipping.quote(account, SHOP, null))
        .isInstanceOf(CarrierException.class);
  }

  /** Also when it is asked again. */
  private static void answersAlways(String body) {
    for (int i = 0; i < 3; i++) {
      ups().answersNext("rate", 200, body);
    }
  }

  @Test
  void triesAgainAfterAShortFailure() {
    ups().answersNext("rate", 503);
    long before = ups().count("rate");
    assertThat(shipping.quote(account, SHOP, null).byPrice()).isNotEmpty();
    assertThat(ups().count("rate") - before).isEqualTo(2);
  }

  @Test
  void neverAnswersAnErrorWithAnEmptyList() {
    ups().answersNext("rate", 503, 9);
    assertThatThrownBy(() -> shipping.quote(account, SHOP, null)).isInstanceOf(Unavailable.class);
    ups().dropsPreparedAnswers();
    answersAlways("{\"RateResponse\":{}}");
    assertThatThrownBy(() -> shipping.quote(account, SHOP, null))
        .isInstanceOf(CarrierException.class);
  }

  @Test
  void asksNobodyWhatCannotBeRight() {
    long before = ups().count("rate");
    Consignment nothing = Consignment.of("A1B2C3", Goods.SHIPPER, Goods.ADA, List.of());
    assertThatThrownBy(() -> shipping.quote(account, RateQuestion.shop(nothing), null))
        .isInstanceOfSatisfying(Rejected.class, no -> assertThat(no.problems()).isNotEmpty());
    assertThat(ups().count("rate")).isEqualTo(before);
  }

  @Test
  void obeysWhenUpsSaysTooMany() {
    ups().takesAtMost(5);
    long end = System.nanoTime() + 120_000_000_000L;
    int priced = 0;
    int refused = 0;
    while (System.nanoTime() < end && priced < 20) {
      try {
        shipping.quote(account, SHOP, null);
        priced++;
      } catch (Unavailable limited) {
        refused++;
      }
    }
    assertThat(priced).isEqualTo(20);
    assertThat(refused).as("it learns").isLessThan(8);
  }
}
