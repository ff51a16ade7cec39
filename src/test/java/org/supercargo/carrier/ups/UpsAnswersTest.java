package org.supercargo.carrier.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Charges;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Goods;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.Rate;
import org.supercargo.carrier.RateQuestion;
import org.supercargo.carrier.Rates;
import org.supercargo.carrier.Recovery;
import org.supercargo.carrier.RecoveryQuestion;
import org.supercargo.carrier.Service;
import org.supercargo.carrier.Tracking;
import org.supercargo.carrier.TrackingAnswer;
import org.supercargo.carrier.TrackingState;
import org.supercargo.carrier.VoidAnswer;
import org.supercargo.carrier.VoidOrder;
import org.supercargo.carrier.Voiding;
import org.supercargo.carrier.Weight;

/** UPS's shapes and oddities, one by one. */
class UpsAnswersTest {
  private static final String NUMBER = "1ZA1B2C30358552916";
  private static final RateQuestion QUESTION =
      RateQuestion.shop(Goods.at("A1B2C3", Goods.RECEIVER, Goods.parcel("5")));
  private static final RecoveryQuestion WHICH =
      new RecoveryQuestion.ByNumber(NUMBER, DocumentFormat.PDF);

  private static Rates rates(String body) {
    return UpsRateAnswer.read(Answers.of(200, body), QUESTION, "id");
  }

  private static Booking booking(String body) {
    return UpsBooking.read(Answers.of(200, body), "id");
  }

  private static Tracking tracking(String body) {
    return ((TrackingAnswer.Found) UpsTrackAnswer.read(Answers.of(200, body), "id"))
        .parcels()
        .get(0);
  }

  /** Arrays of one become lone objects, as older versions have them. */
  private static String alone(String body) {
    return alone(UpsJson.read(body.getBytes()).node()).toString();
  }

  private static JsonNode alone(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(alone(field.getValue())));
    } else if (node.isArray()) {
      return node.size() == 1 ? alone(node.get(0)) : node;
    }
    return node;
  }

  @Test
  void readsARate() {
    Rate rate = rates(Samples.RATE).rates().get(0);
    assertThat(rate.service().name()).isEqualTo("UPS Ground");
    assertThat(rate.published().total()).isEqualTo(Money.of("15", "USD"));
    assertThat(rate.price()).isEqualTo(Money.of("9.1", "USD"));
    assertThat(rate.published().surcharges())
        .containsExactly(new Charges.Surcharge("375", "Fuel", Money.of("3", "USD")));
    assertThat(rate.billingWeight()).isEqualTo(Weight.pounds("5.0"));
    assertThat(rate.businessDays()).isEqualTo(2);
    assertThat(rate.guaranteed()).isTrue();
    assertThat(rate.arrival().instant().orElseThrow()).isEqualTo("2026-12-02T15:30:00Z");
    assertThat(rate.notices()).extracting(CarrierMessage::code).containsExactly("119001");
    assertThat(rates(Samples.RATE).notices())
        .extracting(CarrierMessage::code)
        .containsExactly("110971");
  }

  /** UPS names none itself, most of the time. */
  @ParameterizedTest
  @CsvSource({
    "US, 01, UPS Next Day Air, USD",
    "CA, 01, UPS Express, CAD",
    "CA, 02, UPS Expedited, CAD",
    "DE, 07, UPS Express, EUR",
    "PL, 07, UPS Express, PLN",
    "PL, 82, UPS Today Standard, PLN",
    "MX, 65, UPS Express Saver, MXN",
    "US, 65, UPS Worldwide Saver, USD",
    "JP, 65, UPS Worldwide Saver, JPY"
  })
  void namesARatesServiceByWhereItStartsAndItsMoneyAsUpsDoes(
      String origin, String code, String name, String currency) {
    Party sender = Party.of("Any", new Address(List.of("1"), "Any", null, null, origin));
    RateQuestion question =
        RateQuestion.shop(
            Consignment.of("A1B2C3", sender, Goods.RECEIVER, List.of(Goods.parcel("5"))));
    String told =
        Samples.RATE
            .replace("{\"Code\":\"03\",\"Description\":\"\"}", "{\"Code\":\"" + code + "\"}")
            .replace("{\"Description\":\"UPS Ground\"}", "{}")
            .replace("USD", currency);
    Rate rate = UpsRateAnswer.read(Answers.of(200, told), question, "id").rates().get(0);
    assertThat(rate.service()).isEqualTo(new Service(code, name));
    assertThat(rate.published().total().currency()).isEqualTo(currency);
    assertThat(rate.negotiated().total().currency()).isEqualTo(currency);
  }

  @Test
  void readsLoneObjectsLikeArrays() {
    assertThat(rates(alone(Samples.RATE))).isEqualTo(rates(Samples.RATE));
    assertThat(alone(Samples.TRACK)).contains("\"shipment\":{");
    assertThat(tracking(alone(Samples.TRACK))).isEqualTo(tracking(Samples.TRACK));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00", "-15.00", "", "free", "1e3"})
  void neverShowsAPriceThatIsNone(String amount) {
    String body = Samples.RATE.replace("\"15.00\"", '"' + amount + '"');
    assertThat(catchThrowableOfType(Unavailable.class, () -> rates(body)).said().text())
        .isEqualTo("UPS's answer has no price that can be read.");
  }

  @Test
  void showsTheOtherRatesAndSaysWhichHasNoPrice() {
    String good = Samples.RATE.substring(Samples.RATE.indexOf("[{\"Service\"") + 1);
    good = good.substring(0, good.lastIndexOf("]}}"));
    String free = good.replace("\"15.00\"", "\"0.00\"").replace("\"03\"", "\"01\"");
    Rates rates = rates(Samples.RATE.replace(good, free + "," + good));
    assertThat(rates.rates()).hasSize(1);
    assertThat(rates.notices())
        .extracting(CarrierMessage::text)
        .contains("UPS gave no price for UPS Next Day Air.");
  }

  @Test
  void takesAnEmptyTextForNothing() {
    JsonNode root = UpsJson.read(Samples.RATE.getBytes()).node();
    ((ObjectNode) root.at("/RateResponse/Response")).put("Alert", "");
    ((ObjectNode) root.at("/RateResponse/RatedShipment/0")).put("NegotiatedRateCharges", "");
    String body = root.toString();
    assertThat(rates(body).lacksNegotiated()).as(body).isTrue();
    assertThat(rates(body).notices()).isEmpty();
  }

  @Test
  void readsYenWithoutDecimals() {
    String body = Samples.RATE.replace("USD", "JPY").replaceAll("(\\d+)\\.\\d\\d\"", "$1\"");
    assertThat(rates(body).rates().get(0).price()).hasToString("9 JPY");
  }

  @Test
  void readsABookingOfOne() {
    Booking booking = booking(Samples.SHIP);
    assertThat(booking.shipmentNumber()).isEqualTo(NUMBER);
    assertThat(booking.parcels()).hasSize(1);
    assertThat(new String(booking.parcels().get(0).label().bytes())).isEqualTo("^XA^XZ");
    assertThat(booking.parcels().get(0).documents()).hasSize(1);
    assertThat(booking.published().totalWithTaxes()).isEqualTo(Money.of("19.42", "USD"));
    assertThat(booking.published().taxes())
        .containsExactly(new Charges.Surcharge("VAT", "VAT", Money.of("1.2", "USD")));
    assertThat(booking.negotiated().total()).isEqualTo(Money.of("13.12", "USD"));
    assertThat(booking.documents())
        .extracting(document -> document.format())
        .containsExactly(DocumentFormat.PDF, DocumentFormat.HTML);
    assertThat(booking.labelLink()).hasHost("www.ups.com");
    assertThat(booking.notices()).extracting(CarrierMessage::code).containsExactly("120900", "01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"GraphicImage\":\"XlhBXlha\"",
        "XlhBXlha",
        "\"ImageFormat\":{\"Code\":\"ZPL\"}",
        "\"ShippingLabel\":"
      })
  void isBookedThoughALabelIsMissingOrDamaged(String gone) {
    Booking booking = booking(Samples.SHIP.replace(gone, gone.replaceFirst("\\w+", "b3RoZXI")));
    assertThat(booking.parcels().get(0).trackingNumber()).isEqualTo(NUMBER);
    assertThat(booking.parcels().get(0).label()).isNull();
  }

  @Test
  void isBookedThoughOnlyAPackageHasANumber() {
    Booking booking =
        booking(Samples.SHIP.replace("\"ShipmentIdentificationNumber\"", "\"Other\""));
    assertThat(booking.shipmentNumber()).isEqualTo(NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "<html>ok</html>",
        "{\"ShipmentResponse\":\"\"}",
        "{\"ShipmentResponse\":{\"ShipmentResults\":{\"PackageResults\":[]}}}"
      })
  void knowsNothingOfASuccessWithoutANumber(String body) {
    assertThat(catchThrowableOfType(Unavailable.class, () -> booking(body)).isAnswerLost())
        .isTrue();
  }

  @Test
  void takesWhatIsTooLongForANumberForNone() {
    String longer = NUMBER + "0".repeat(23);
    assertThat(
            catchThrowableOfType(
                    Unavailable.class, () -> booking(Samples.SHIP.replace(NUMBER, longer)))
                .isAnswerLost())
        .isTrue();
    UpsAnswer labels = Answers.of(200, Samples.RECOVER.replace(NUMBER, longer));
    assertThatThrownBy(() -> UpsRecovery.read(labels, WHICH, "id")).isInstanceOf(Unavailable.class);
  }

  @Test
  void takesAnErrorInsideASuccessForARefusal() {
    UpsAnswer answer = Answers.error(200, "120100", "Missing or invalid shipper number");
    Rejected rejected = catchThrowableOfType(Rejected.class, () -> UpsBooking.read(answer, "id"));
    assertThat(rejected.said().code()).isEqualTo("120100");
    assertThat(rejected.isAnswerLost()).isFalse();
  }

  @Test
  void knowsTheMalformedOrderByItsHeaderAlone() {
    byte[] none = new byte[0];
    UpsAnswer odd = Answers.of(200, none, Map.of("errorcode", List.of("1")));
    assertThat(UpsErrors.isMalformedOrder(odd)).isTrue();
    assertThat(UpsErrors.malformedOrder().isAnswerLost()).isFalse();
    assertThat(UpsErrors.isMalformedOrder(Answers.of(200, none, Map.of()))).isFalse();
    assertThat(UpsErrors.isMalformedOrder(Answers.of(503, none, Map.of("errorcode", List.of("1")))))
        .isFalse();
    assertThat(UpsErrors.isMalformedOrder(Answers.of(200, none, Map.of("errorcode", List.of("2")))))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "SHIP, 500, true", "SHIP, 503, true", "SHIP, 502, true", "SHIP, 408, true",
    "SHIP, 302, true", "SHIP, 429, false", "SHIP, 401, false", "SHIP, 403, false",
    "SHIP, 404, false", "SHIP, 413, false", "VOID, 500, true", "VOID, 429, false",
    "RATE, 500, false", "TRACK, 503, false", "RECOVER, 500, false"
  })
  void knowsWhenNobodyKnows(UpsOperation operation, int status, boolean lost) {
    assertThat(UpsErrors.api(Answers.of(status, "<h1>x</h1>"), operation).isAnswerLost())
        .isEqualTo(lost);
    assertThat(UpsErrors.api(Answers.error(status, "987", "x"), operation).isAnswerLost())
        .isEqualTo(lost);
  }

  @Test
  void takesA400WithWordsForARefusalAndWithoutForNothing() {
    UpsAnswer words = Answers.error(400, "120202", "Missing or invalid ShipTo address");
    assertThat(UpsErrors.api(words, UpsOperation.SHIP)).isInstanceOf(Rejected.class);
    assertThat(UpsErrors.api(Answers.of(400, ""), UpsOperation.SHIP).isAnswerLost()).isTrue();
  }

  @Test
  void tellsEverythingThatUpsSaid() {
    String body =
        "{\"response\":{\"errors\":[{\"code\":\"9360721\",\"message\":\"one\"},"
            + "{\"code\":\"9370701\",\"message\":\"two\"}]}}";
    CarrierException refusal = UpsErrors.api(Answers.of(400, body), UpsOperation.SHIP);
    assertThat(((Rejected) refusal).all())
        .extracting(CarrierMessage::code)
        .containsExactly("9360721", "9370701");
  }

  private static Voiding voiding(int status, String body) {
    UpsAnswer answer = Answers.of(status, body);
    VoidOrder order = new VoidOrder(NUMBER, List.of(NUMBER));
    return status == 200 ? UpsVoid.read(answer, order, "id") : UpsVoid.refused(answer, order, "id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PackageLevelResult", "PackageLevelResults"})
  void readsAVoidByEitherName(String name) {
    Voiding voiding = voiding(200, Samples.VOID.replace("PackageLevelResult", name));
    assertThat(voiding.whole()).isEqualTo(new VoidAnswer.Voided());
    assertThat(voiding.parcels()).containsOnlyKeys(NUMBER);
  }

  @Test
  void refusesTheWholeWhenAPackageWasNotVoided() {
    String body =
        Samples.VOID
            .replace("\"Code\":\"1\",\"Description\":\"Voided&#xD;\"", "\"Code\":\"0\"")
            .replace("&#xD;", "");
    assertThat(voiding(200, body).whole().isVoided()).isFalse();
    assertThat(voiding(200, body).parcels().get(NUMBER).isVoided()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"190117, true", "190102, false", "190101, false", "190121, false"})
  void tellsAlreadyVoidedFromRefused(String code, boolean voided) {
    String body = "{\"response\":{\"errors\":[{\"code\":\"%s\",\"message\":\"x\"}]}}";
    Voiding voiding = voiding(400, body.formatted(code));
    assertThat(voiding.whole().isVoided()).isEqualTo(voided);
    assertThat(voiding.parcels().get(NUMBER).isVoided()).isEqualTo(voided);
  }

  @Test
  void readsRecoveredLabelsOfOneAndCandidates() {
    Recovery found = UpsRecovery.read(Answers.of(200, Samples.RECOVER), WHICH, "id");
    assertThat(found)
        .isInstanceOfSatisfying(
            Recovery.Found.class,
            labels -> {
              assertThat(labels.shipmentNumber()).isEqualTo(NUMBER);
              assertThat(labels.parcels().get(0).label().format()).isEqualTo(DocumentFormat.PDF);
              assertThat(labels.documents()).hasSize(1);
            });
    assertThat(UpsRecovery.read(Answers.of(200, Samples.CANDIDATES), WHICH, "id"))
        .isEqualTo(
            new Recovery.Several(
                List.of(
                    new Recovery.Candidate(NUMBER, "10036", "US"),
                    new Recovery.Candidate("1ZA1B2C30358552925", null, null))));
  }

  @Test
  void readsWhereAParcelIs() {
    Tracking parcel = tracking(Samples.TRACK);
    assertThat(parcel.state()).isEqualTo(TrackingState.DELIVERED);
    assertThat(parcel.said()).isEqualTo(new CarrierMessage("FS", "Delivered"));
    assertThat(parcel.events().get(0).instant().orElseThrow()).isEqualTo("2026-12-03T19:20:00Z");
    assertThat(parcel.events().get(0).place()).isEqualTo("NEW YORK, NY, US");
    assertThat(parcel.events().get(1).zone()).as("a country of many zones").isNull();
    assertThat(parcel.scheduled().date()).isEqualTo("2026-12-03");
    assertThat(parcel.scheduled().rescheduled()).isTrue();
    assertThat(parcel.scheduled().to()).as("that is when it was delivered").isNull();
    assertThat(parcel.delivery().at()).isEqualTo("2026-12-03T14:20");
    assertThat(parcel.delivery().receivedBy()).isEqualTo("SMITH");
    assertThat(parcel.references()).containsExactly("SC-0001");
    assertThat(parcel.weight()).isEqualTo(Weight.pounds("5.00"));
  }

  @ParameterizedTest
  @CsvSource({
    "D, 011, DELIVERED", "I, 005, IN_TRANSIT", "I, 021, OUT_FOR_DELIVERY", "I, '', IN_TRANSIT",
    "M, 003, LABEL_MADE", "MV, 007, VOIDED", "X, 048, EXCEPTION", "P, 038, PICKED_UP",
    "O, 021, OUT_FOR_DELIVERY", "RS, 034, RETURNED", "DO, '', IN_TRANSIT", "W, '', IN_TRANSIT",
    "NA, '', UNKNOWN", "'', 011, DELIVERED", "QQ, 999, UNKNOWN"
  })
  void normalisesEveryState(String type, String number, TrackingState state) {
    String status = "{\"type\":\"%s\",\"statusCode\":\"%s\"}".formatted(type, number);
    assertThat(UpsStates.of(UpsJson.read(status.getBytes()))).isEqualTo(state);
  }

  @Test
  void takesForASignatureWhatIsAPictureOnly() {
    assertThat(tracking(signed("iVBORw0KGgo=")).delivery().signature().format())
        .isEqualTo(DocumentFormat.PNG);
    for (String other : List.of("PHN2Zy8+", "", "not base64!")) {
      assertThat(tracking(signed(other)).delivery().signature()).as(other).isNull();
      assertThat(tracking(signed(other)).delivery().receivedBy()).isNotEmpty();
    }
  }

  private static String signed(String image) {
    return Samples.TRACK.replace("\"image\":\"R0lGODlh\"", "\"image\":\"" + image + "\"");
  }

  @Test
  void takesTheNewestActivityWhereNoCurrentStatusIs() {
    String body = Samples.TRACK.replace("\"currentStatus\"", "\"other\"");
    assertThat(tracking(body).state()).isEqualTo(TrackingState.DELIVERED);
  }

  @Test
  void findsNothingInASuccessWithAWarning() {
    assertThat(UpsTrackAnswer.read(Answers.of(200, Samples.NOT_TRACKED), "id"))
        .isEqualTo(
            new TrackingAnswer.NotFound(
                new CarrierMessage("TW0001", "Tracking Information Not Found"), "id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"trackResponse\":{}}",
        "{\"trackResponse\":{\"shipment\":[]}}",
        "{\"trackResponse\":{\"shipment\":[{\"inquiryNumber\":\"1Z\"}]}}",
        "{\"trackResponse\":{\"shipment\":[{\"warnings\":[{\"code\":\"TW0009\",\"message\":\"x\"}]}]}}"
      })
  void takesASuccessWithoutThatWarningForNoAnswer(String body) {
    assertThatThrownBy(() -> UpsTrackAnswer.read(Answers.of(200, body), "id"))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void takesA404OfTrackingWithoutUpssWordForNoAnswer() {
    for (UpsAnswer other :
        List.of(Answers.of(404, "<h1>x</h1>"), Answers.error(404, "404", "Not Found"))) {
      assertThatThrownBy(() -> UpsTracking.refused(other, "id")).isInstanceOf(Unavailable.class);
    }
    for (String code : List.of("TW0001", "151044")) {
      assertThat(UpsTracking.refused(Answers.error(404, code, "x"), "id"))
          .isInstanceOf(TrackingAnswer.NotFound.class);
    }
    assertThatThrownBy(() -> UpsTracking.refused(Answers.error(400, "TV1002", "Invalid"), "id"))
        .isInstanceOf(Rejected.class);
  }

  @ParameterizedTest
  @CsvSource({
    "300007, NotFound", "300033, Voided", "300002, NoLabel", "300003, NoLabel", "300005, NoLabel",
    "300006, NoLabel", "300013, NoLabel", "300014, NoLabel", "300030, NoLabel", "300031, NoLabel"
  })
  void tellsThatThereIsNoLabelFromThatThereIsNoShipment(String code, String expected) {
    assertThat(UpsRecovery.refused(Answers.error(400, code, "x")).getClass().getSimpleName())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"400, 300000", "400, 300001", "400, 300035", "404, 404", "405, 405"})
  void takesNoOtherRefusalOfALabelForAnAnswer(int status, String code) {
    assertThatThrownBy(() -> UpsRecovery.refused(Answers.error(status, code, "x")))
        .isInstanceOf(Rejected.class);
  }
}
