package org.supercargo.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.TokenRefused;
import org.supercargo.carrier.CarrierException.Unavailable;

/** What every carrier's prices must do, whatever its wire looks like. */
public abstract class CarrierRatesContract {
  protected abstract CarrierRates rates();

  /** Of the log-in that holds both numbers of this contract, or the other. */
  protected abstract Credentials credentials(String number);

  protected abstract String numberWithNegotiatedRates();

  protected abstract String numberWithout();

  /** A service that goes within the country. */
  protected abstract String service();

  protected abstract void goesWrong(Fault fault);

  /** How often the carrier was asked. */
  protected abstract long calls();

  private final List<Exchange> exchanges = new ArrayList<>();

  private Rates ask(String number, RateQuestion question) {
    return rates().rates(credentials(number), question, exchanges::add);
  }

  private RateQuestion home(Parcel... parcels) {
    return RateQuestion.shop(Goods.at(numberWithNegotiatedRates(), Goods.RECEIVER, parcels));
  }

  @Test
  void showsPublishedAndNegotiatedPricesOfAllServices() {
    Rates rates = ask(numberWithNegotiatedRates(), home(Goods.parcel("5")));
    assertThat(rates.rates()).hasSizeGreaterThan(3);
    assertThat(rates.lacksNegotiated()).isFalse();
    for (Rate rate : rates.rates()) {
      assertThat(rate.service().name()).startsWith(rates().carrier()).doesNotContain("service ");
      assertThat(rate.published().total().isPositive()).isTrue();
      assertThat(rate.negotiated().total()).isLessThan(rate.published().total());
      assertThat(rate.price()).isEqualTo(rate.negotiated().total());
      assertThat(rate.billingWeight().in(Weight.Unit.POUND).value()).isEqualByComparingTo("5");
      assertThat(rate.arrival().zone()).hasToString("America/New_York");
      assertThat(rate.arrival().date()).isAfter(LocalDate.now().minusDays(1));
    }
    assertThat(rates.rates()).anyMatch(Rate::guaranteed).anyMatch(rate -> !rate.guaranteed());
  }

  @Test
  void ratesOneServiceForManyParcels() {
    RateQuestion one =
        RateQuestion.of(
            Goods.at(
                numberWithNegotiatedRates(),
                Goods.RECEIVER,
                Goods.parcel("5"),
                Goods.parcel("7.25"),
                Parcel.of(Weight.kilograms("2"))),
            service());
    Rates rates = ask(numberWithNegotiatedRates(), one);
    assertThat(rates.rates())
        .singleElement()
        .satisfies(
            rate -> {
              assertThat(rate.service().code()).isEqualTo(service());
              assertThat(rate.arrival()).as("also of one service").isNotNull();
              assertThat(rate.businessDays()).isPositive();
              assertThat(rate.billingWeight().in(Weight.Unit.POUND).value())
                  .as("of all parcels")
                  .isGreaterThan(new BigDecimal("16"));
            });
  }

  @Test
  void namesSurchargesInWords() {
    RateQuestion question =
        RateQuestion.shop(
            Goods.signed(
                Goods.at(numberWithNegotiatedRates(), Goods.RECEIVER.atHome(), Goods.parcel("5")),
                DeliveryConfirmation.SIGNATURE));
    assertThat(ask(numberWithNegotiatedRates(), question).rates())
        .allSatisfy(
            rate ->
                assertThat(rate.published().surcharges())
                    .extracting(Charges.Surcharge::words)
                    .contains("Fuel", "Residential address", "Signature required"));
  }

  @Test
  void pricesAcrossABorder() {
    RateQuestion abroad =
        RateQuestion.shop(
            Goods.worth(
                Goods.at(numberWithNegotiatedRates(), Goods.CANADIAN, Goods.parcel("5")),
                Money.of("120", "USD")));
    Rates rates = ask(numberWithNegotiatedRates(), abroad);
    assertThat(rates.rates())
        .isNotEmpty()
        .allSatisfy(rate -> assertThat(rate.arrival().zone()).hasToString("America/Toronto"));
  }

  @Test
  void pricesInTheMoneyOfTheOrigin() {
    Consignment canadian =
        Consignment.of(
            numberWithNegotiatedRates(),
            Goods.CANADIAN,
            Goods.CANADIAN,
            List.of(Goods.parcel("5"), Goods.parcel("2")));
    assertThat(ask(numberWithNegotiatedRates(), RateQuestion.shop(canadian)).rates())
        .isNotEmpty()
        .allSatisfy(
            rate -> {
              assertThat(rate.published().total().currency()).isEqualTo("CAD");
              assertThat(rate.negotiated().total().currency()).isEqualTo("CAD");
            });
  }

  @Test
  void saysThatNegotiatedPricesAreMissing() {
    RateQuestion question =
        RateQuestion.shop(Goods.at(numberWithout(), Goods.RECEIVER, Goods.parcel("5")));
    Rates rates = ask(numberWithout(), question);
    assertThat(rates.lacksNegotiated()).isTrue();
    assertThat(rates.rates())
        .allSatisfy(
            rate -> {
              assertThat(rate.price()).isEqualTo(rate.published().total());
              assertThat(rate.notices()).isNotEmpty();
            });
  }

  @Test
  void sortsByPriceAndByArrivalAndFindsTheCheapestInTime() {
    Rates rates = ask(numberWithNegotiatedRates(), home(Goods.parcel("5")));
    assertThat(rates.byPrice()).isSortedAccordingTo(Comparator.comparing(Rate::price));
    assertThat(rates.byArrival()).isSortedAccordingTo(Comparator.comparing(rate -> rate.arrival()));
    LocalDate first = rates.byArrival().get(0).arrival().date();
    Rate cheapest = rates.cheapestBy(first).orElseThrow();
    assertThat(cheapest.arrival().date()).isEqualTo(first);
    assertThat(rates.rates())
        .filteredOn(rate -> rate.arrival().date().equals(first))
        .allSatisfy(rate -> assertThat(rate.price()).isGreaterThanOrEqualTo(cheapest.price()));
    assertThat(rates.cheapestBy(first.minusDays(1))).isEmpty();
  }

  @Test
  void asksNothingWhenTheQuestionIsBeyondALimit() {
    for (Parcel parcel :
        List.of(
            Parcel.of(Weight.pounds("150.1")),
            Parcel.of(Weight.kilograms("68.1")),
            Parcel.of(Weight.of("2401", Weight.Unit.OUNCE)),
            Parcel.of(Weight.pounds("0")),
            Parcel.of(Weight.pounds("5"), Size.of("5", "109", "5", Size.Unit.INCH)),
            Parcel.of(Weight.pounds("5"), Size.of("280", "5", "5", Size.Unit.CENTIMETRE)),
            Parcel.of(Weight.pounds("5"), Size.of("100", "20", "13", Size.Unit.INCH)))) {
      Rejected rejected =
          catchThrowableOfType(
              Rejected.class, () -> ask(numberWithNegotiatedRates(), home(parcel)));
      assertThat(rejected.problems())
          .as(parcel.toString())
          .singleElement()
          .satisfies(
              problem ->
                  assertThat(problem.field())
                      .matches("consignment\\.parcels\\[0]\\.(weight|size)"));
    }
    assertThat(calls()).isZero();
    assertThat(exchanges).isEmpty();
  }

  @Test
  void takesWhatIsJustWithinTheLimits() {
    Parcel parcel = Parcel.of(Weight.pounds("150"), Size.of("108", "15", "13", Size.Unit.INCH));
    assertThat(ask(numberWithNegotiatedRates(), home(parcel)).rates()).isNotEmpty();
  }

  @Test
  void refusesANumberOfSomebodyElse() {
    RateQuestion question =
        RateQuestion.shop(Goods.at(numberWithout(), Goods.RECEIVER, Goods.parcel("5")));
    assertThatThrownBy(() -> ask(numberWithNegotiatedRates(), question))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.said().code()).isNotEmpty();
              assertThat(rejected.problems()).isEmpty();
            });
  }

  @Test
  void refusesATokenThatNobodyGave() {
    Credentials made = new Credentials(Secret.of("made-up"), Instant.MAX, 1);
    RateQuestion question = home(Goods.parcel("5"));
    assertThatThrownBy(() -> rates().rates(made, question, WireLog.none()))
        .isInstanceOf(TokenRefused.class);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void neverTakesABadDayForAPrice(Fault fault) {
    Credentials credentials = credentials(numberWithNegotiatedRates());
    goesWrong(fault);
    assertThatThrownBy(() -> rates().rates(credentials, home(Goods.parcel("5")), exchanges::add))
        .isInstanceOfSatisfying(
            Unavailable.class,
            unavailable ->
                assertThat(unavailable.said().text()).hasSizeBetween(10, 500).doesNotContain("<"));
    assertThat(exchanges).hasSize(1);
  }

  @Test
  void tellsTheWireLogWhatWentOutAndCameInWithoutSecrets() {
    Credentials credentials = credentials(numberWithNegotiatedRates());
    Rates rates = rates().rates(credentials, home(Goods.parcel("5")), exchanges::add);
    assertThat(exchanges)
        .singleElement()
        .satisfies(
            exchange -> {
              assertThat(exchange.transactionId()).isEqualTo(rates.transactionId());
              assertThat(exchange.status()).isEqualTo(200);
              assertThat(exchange.failure()).isNull();
              assertThat(exchange.request()).contains(numberWithNegotiatedRates());
              assertThat(exchange.toString())
                  .doesNotContain(
                      credentials.accessToken().reveal(), "Sender Inc", "Main St", "30328");
            });
  }

  @Test
  void outlivesALogThatBreaks() {
    Credentials credentials = credentials(numberWithNegotiatedRates());
    WireLog broken =
        exchange -> {
          throw new IllegalStateException("the disk is full");
        };
    assertThat(rates().rates(credentials, home(Goods.parcel("5")), broken).rates()).isNotEmpty();
  }
}
