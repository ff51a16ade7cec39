package org.supercargo.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.TokenRefused;
import org.supercargo.carrier.CarrierException.Unavailable;

/** What every carrier's tracking must do, whatever its wire looks like. */
public abstract class CarrierTrackingContract {
  protected static final String REFERENCE = "SC 0001/ä";

  protected abstract CarrierTracking tracking();

  protected abstract Credentials credentials();

  /** A shipment of two parcels under the reference, the first to be signed for. */
  protected abstract Booking shipped();

  protected abstract String account();

  protected abstract void movesOnBy(Duration ahead);

  /** One of delivered, exception, returned. */
  protected abstract void steers(String number, String fate);

  protected abstract void takesBack(String number);

  protected abstract void goesWrong(Fault fault);

  private TrackingAnswer track(TrackingQuestion question) {
    return tracking().track(credentials(), question, WireLog.none());
  }

  private Tracking one(String number) {
    return ((TrackingAnswer.Found) track(new TrackingQuestion.ByNumber(number, true)))
        .parcels()
        .get(0);
  }

  /** All states that a parcel is in, asked often enough to meet the shortest, for so many days. */
  private Set<TrackingState> states(String number, int days) {
    Set<TrackingState> states = EnumSet.noneOf(TrackingState.class);
    for (int hours = 0; hours < 24 * days; hours += 2) {
      movesOnBy(Duration.ofHours(hours));
      states.add(one(number).state());
    }
    return states;
  }

  @Test
  void followsAParcelToTheDoor() {
    String number = shipped().shipmentNumber();
    assertThat(states(number, 12))
        .contains(
            TrackingState.LABEL_MADE,
            TrackingState.PICKED_UP,
            TrackingState.IN_TRANSIT,
            TrackingState.OUT_FOR_DELIVERY,
            TrackingState.DELIVERED)
        .doesNotContain(TrackingState.UNKNOWN, TrackingState.EXCEPTION);
  }

  @Test
  void tellsWhatHappenedWhereAndWhenNewestFirst() {
    String number = shipped().shipmentNumber();
    movesOnBy(Duration.ofDays(14));
    Tracking parcel = one(number);
    assertThat(parcel.trackingNumber()).isEqualTo(number);
    assertThat(parcel.state()).isEqualTo(TrackingState.DELIVERED);
    assertThat(parcel.said().code()).isNotEmpty();
    assertThat(parcel.said().text()).isNotEmpty();
    assertThat(parcel.references()).contains(REFERENCE);
    assertThat(parcel.weight()).isNotNull();
    assertThat(parcel.service()).isNotNull();
    List<Instant> instants =
        parcel.events().stream().map(event -> event.instant().orElseThrow()).toList();
    assertThat(instants).hasSizeGreaterThan(4).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(parcel.events())
        .allSatisfy(event -> assertThat(event.said().text()).isNotEmpty())
        .anySatisfy(event -> assertThat(event.place()).isEqualTo("Atlanta, GA, US"));
  }

  @Test
  void provesADelivery() {
    String number = shipped().shipmentNumber();
    movesOnBy(Duration.ofDays(14));
    Tracking.Delivery delivery = one(number).delivery();
    assertThat(delivery.at()).isNotNull();
    assertThat(delivery.zone()).hasToString("America/New_York");
    assertThat(delivery.receivedBy()).isNotEmpty();
    assertThat(delivery.location()).isNotEmpty();
    assertThat(delivery.signature().bytes()).isNotEmpty();
    assertThat(delivery.proof().format()).isEqualTo(DocumentFormat.HTML);
    Tracking without =
        ((TrackingAnswer.Found) track(new TrackingQuestion.ByNumber(number, false)))
            .parcels()
            .get(0);
    assertThat(without.delivery().proof()).isNull();
    assertThat(without.delivery().signature()).isNull();
  }

  @Test
  void promisesADay() {
    String number = shipped().shipmentNumber();
    assertThat(one(number).delivery()).isNull();
    movesOnBy(Duration.ofDays(4));
    assertThat(one(number).scheduled())
        .satisfies(
            scheduled -> {
              assertThat(scheduled.date()).isAfter(LocalDate.now().minusDays(1));
              assertThat(scheduled.zone()).hasToString("America/New_York");
              assertThat(scheduled.rescheduled()).isFalse();
            });
  }

  @Test
  void tellsOfExceptionsAndReturns() {
    String number = shipped().shipmentNumber();
    steers(number, "exception");
    assertThat(states(number, 12)).contains(TrackingState.EXCEPTION, TrackingState.DELIVERED);
    steers(number, "returned");
    assertThat(states(number, 20)).contains(TrackingState.EXCEPTION, TrackingState.RETURNED);
  }

  @Test
  void tellsThatAShipmentWasVoided() {
    String number = shipped().shipmentNumber();
    takesBack(number);
    assertThat(one(number).state()).isEqualTo(TrackingState.VOIDED);
    assertThat(one(number).state().isFinal()).isTrue();
  }

  @Test
  void findsParcelsByTheirReference() {
    Booking booking = shipped();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    TrackingQuestion question =
        new TrackingQuestion.ByReference(
            REFERENCE, account(), today.minusDays(2), today.plusDays(1));
    assertThat(track(question))
        .isInstanceOfSatisfying(
            TrackingAnswer.Found.class,
            found ->
                assertThat(found.parcels())
                    .extracting(Tracking::trackingNumber)
                    .containsExactlyInAnyOrderElementsOf(
                        booking.parcels().stream().map(Booking.Labelled::trackingNumber).toList()));
    TrackingQuestion others =
        new TrackingQuestion.ByReference(
            REFERENCE, "ZZZZZZ", today.minusDays(2), today.plusDays(1));
    assertThat(track(others)).isInstanceOf(TrackingAnswer.NotFound.class);
  }

  @Test
  void saysThatNothingIsKnown() {
    assertThat(track(new TrackingQuestion.ByNumber("1ZA1B2C30300000018", false)))
        .isInstanceOfSatisfying(
            TrackingAnswer.NotFound.class,
            none -> {
              assertThat(none.said().text()).isNotEmpty();
              assertThat(none.transactionId()).isNotEmpty();
            });
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> track(new TrackingQuestion.ByNumber("123", false)))
        .isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> track(new TrackingQuestion.ByNumber("../../x?y=1", false)))
        .isInstanceOf(Rejected.class);
    assertThat(tracking().normalised("no number!")).isEmpty();
    assertThat(tracking().normalised(" 1z 999-AA1 0123456784 ")).contains("1Z999AA10123456784");
  }

  @Test
  void doubtsAMistypedNumberAndAsksForItAllTheSame() {
    String number = shipped().shipmentNumber();
    assertThat(tracking().doubt(number)).isEmpty();
    String mistyped = number.substring(0, 17) + (number.charAt(17) == '0' ? '1' : '0');
    assertThat(tracking().doubt(mistyped)).isNotEmpty();
    assertThat(track(new TrackingQuestion.ByNumber(mistyped, false)))
        .isInstanceOf(TrackingAnswer.NotFound.class);
  }

  @Test
  void refusesATokenThatNobodyGave() {
    Credentials made = new Credentials(Secret.of("made-up"), Instant.MAX, 1);
    TrackingQuestion question = new TrackingQuestion.ByNumber("1ZA1B2C30300000018", false);
    assertThatThrownBy(() -> tracking().track(made, question, WireLog.none()))
        .isInstanceOf(TokenRefused.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CUT_BEFORE", "CUT_AFTER"})
  void neverTakesABadDayForNews(Fault fault) {
    Credentials credentials = credentials();
    goesWrong(fault);
    TrackingQuestion question = new TrackingQuestion.ByNumber("1ZA1B2C30300000018", false);
    assertThatThrownBy(() -> tracking().track(credentials, question, WireLog.none()))
        .isInstanceOf(Unavailable.class);
  }
}
