package org.supercargo.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.supercargo.carrier.DocumentFormat.GIF;
import static org.supercargo.carrier.DocumentFormat.PDF;
import static org.supercargo.carrier.DocumentFormat.PNG;
import static org.supercargo.carrier.DocumentFormat.ZPL;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.TokenRefused;
import org.supercargo.carrier.CarrierException.Unavailable;

/** What every carrier's shipments must do, whatever its wire looks like. */
public abstract class CarrierShippingContract {
  /** After these nobody knows what the carrier did. */
  private static final Set<Fault> LOSING = EnumSet.complementOf(EnumSet.of(Fault.LIMITED));

  private static final String REFERENCE = "SC-0001";

  protected abstract CarrierShipping shipping();

  protected abstract Credentials credentials();

  /** An account of these credentials, in the United States. */
  protected abstract String account();

  protected abstract String accountOfSomebodyElse();

  protected abstract String domesticService();

  protected abstract String serviceAbroad();

  protected abstract void goesWrong(String operation, Fault fault);

  /** The next order is carried out, and this is said. */
  protected abstract void carriesOutButSays(int status, String body);

  /** The parcels are handed over now. */
  protected abstract void handsOver();

  /** The live shipments that the carrier has in its books under that reference. */
  protected abstract int booked(String reference);

  protected abstract long calls();

  private final List<Exchange> exchanges = new ArrayList<>();

  private Booking ship(ShipmentOrder order) {
    return shipping().ship(credentials(), order, exchanges::add);
  }

  private Consignment home(Parcel... parcels) {
    return Goods.at(account(), Goods.RECEIVER, parcels);
  }

  private ShipmentOrder order() {
    return order(ZPL, Goods.parcel("5"));
  }

  private ShipmentOrder order(DocumentFormat format, Parcel... parcels) {
    return Goods.order(home(parcels), domesticService(), REFERENCE, format);
  }

  private Recovery recover(RecoveryQuestion question) {
    return shipping().recover(credentials(), question, exchanges::add);
  }

  private Voiding takeBack(VoidOrder order) {
    return shipping().voidShipment(credentials(), order, exchanges::add);
  }

  @Test
  void makesAShipmentOfManyParcels() {
    Booking booking = ship(order(ZPL, Goods.parcel("5"), Goods.parcel("150"), Goods.parcel("1")));
    assertThat(booking.parcels())
        .hasSize(3)
        .allSatisfy(parcel -> assertThat(parcel.label().format()).isEqualTo(ZPL));
    assertThat(booking.parcels())
        .extracting(Booking.Labelled::trackingNumber)
        .doesNotHaveDuplicates()
        .contains(booking.shipmentNumber());
    assertThat(booking.published().total()).isGreaterThan(booking.negotiated().total());
    assertThat(booking.billingWeight().isMoreThan(Weight.pounds("155"))).isTrue();
    assertThat(booked(REFERENCE)).isEqualTo(1);
    assertThat(exchanges)
        .singleElement()
        .satisfies(
            exchange -> {
              assertThat(exchange.transactionId()).isEqualTo(booking.transactionId());
              assertThat(exchange.toString()).doesNotContain("Receiver Inc", "Times Sq", "^XA");
            });
  }

  @Test
  void givesLabelsInEveryFormatItPromises() {
    for (DocumentFormat format : shipping().labelFormats()) {
      Document label = ship(order(format, Goods.parcel("5"))).parcels().get(0).label();
      assertThat(label.format()).isEqualTo(format);
      assertThat(new String(label.bytes(), StandardCharsets.ISO_8859_1))
          .as(format.name())
          .satisfies(
              text -> {
                switch (format) {
                  case GIF -> assertThat(text).startsWith("GIF8");
                  case PNG -> assertThat(text).startsWith("\u0089PNG");
                  case ZPL -> assertThat(text).contains("^XA", "^XZ");
                  default -> assertThat(text).isNotBlank();
                }
              });
    }
    assertThat(shipping().labelFormats()).contains(GIF, PNG, ZPL);
  }

  @Test
  void shipsAbroadWithAnInvoice() {
    Consignment abroad = Goods.at(account(), Goods.CANADIAN, Goods.parcel("5"));
    Booking booking = ship(Goods.abroad(abroad, serviceAbroad(), REFERENCE));
    assertThat(booking.documents())
        .singleElement()
        .satisfies(
            invoice -> {
              assertThat(invoice.format()).isEqualTo(PDF);
              assertThat(new String(invoice.bytes(), StandardCharsets.ISO_8859_1))
                  .startsWith("%PDF-");
            });
    assertThat(booked(REFERENCE)).isEqualTo(1);
  }

  @Test
  void letsOthersPay() {
    for (Billing payer :
        List.of(
            new Billing.Receiver("4E5F6G", "94105"),
            new Billing.ThirdParty("C4R0L9", "80331", "DE"))) {
      ShipmentOrder plain = order();
      ShipmentOrder billed =
          new ShipmentOrder(
              plain.consignment(),
              plain.service(),
              payer,
              null,
              plain.references(),
              null,
              null,
              null,
              List.of(),
              null,
              plain.label(),
              false);
      assertThat(ship(billed).published()).as(payer.toString()).isNotNull();
    }
  }

  @Test
  void takesSignaturesDeclaredValuesSaturdaysAndHomes() {
    Parcel dear =
        new Parcel(
            Packaging.OWN,
            Weight.kilograms("2"),
            Size.of("30", "20", "10", Size.Unit.CENTIMETRE),
            Money.of("500", "USD"),
            "Watches",
            true);
    Consignment extras =
        new Consignment(
            account(),
            Goods.SENDER,
            Goods.SENDER,
            Goods.RECEIVER.atHome(),
            List.of(dear),
            true,
            DeliveryConfirmation.ADULT_SIGNATURE,
            null);
    Booking booking = ship(Goods.order(extras, domesticService(), REFERENCE, ZPL));
    assertThat(booking.published().surcharges())
        .extracting(Charges.Surcharge::words)
        .contains("Additional handling", "Signature required", "Saturday delivery");
    assertThat(booking.published().options().isPositive()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(ReturnService.class)
  void sendsGoodsBackInEveryWay(ReturnService returns) {
    Parcel shoes = new Parcel(Packaging.OWN, Weight.pounds("3"), null, null, "Shoes", false);
    ShipmentOrder order =
        new ShipmentOrder(
            Goods.sentBack(account(), Goods.RECEIVER, Goods.SENDER, shoes),
            domesticService(),
            new Billing.Shipper(),
            null,
            List.of(Goods.reference(REFERENCE)),
            null,
            returns,
            "buyer@example.com",
            List.of(),
            null,
            LabelWish.of(ZPL),
            false);
    Booking booking = ship(order);
    boolean ours = returns == ReturnService.PRINT_LABEL || returns == ReturnService.EXCHANGE_LABEL;
    assertThat(booking.parcels())
        .singleElement()
        .satisfies(parcel -> assertThat(parcel.label() != null).isEqualTo(ours));
    assertThat(booking.labelLink() != null).isEqualTo(returns == ReturnService.ELECTRONIC_LABEL);
  }

  @Test
  void sendsNothingThatIsSurelyRefused() {
    ShipmentOrder plain = order();
    List<ShipmentOrder> wrong =
        List.of(
            order(ZPL, Goods.parcel("151")),
            order(PDF, Goods.parcel("5")),
            Goods.order(home(), domesticService(), REFERENCE, ZPL),
            Goods.order(home(Goods.parcel("5")), domesticService(), "x".repeat(36), ZPL),
            Goods.order(
                Goods.at(account(), Goods.CANADIAN, Goods.parcel("5")),
                serviceAbroad(),
                REFERENCE,
                ZPL),
            Goods.order(
                Goods.at("no", Goods.RECEIVER, Goods.parcel("5")),
                domesticService(),
                REFERENCE,
                ZPL));
    assertThat(shipping().problems(plain)).isEmpty();
    for (ShipmentOrder order : wrong) {
      Rejected rejected = catchThrowableOfType(Rejected.class, () -> ship(order));
      assertThat(rejected.isAnswerLost()).isFalse();
      assertThat(rejected.problems()).isNotEmpty().isEqualTo(shipping().problems(order));
    }
    assertThat(calls()).isZero();
  }

  @Test
  void knowsThatARefusedOrderIsSurelyNotBooked() {
    ShipmentOrder order =
        Goods.order(
            Goods.at(accountOfSomebodyElse(), Goods.RECEIVER, Goods.parcel("5")),
            domesticService(),
            REFERENCE,
            ZPL);
    Rejected rejected = catchThrowableOfType(Rejected.class, () -> ship(order));
    assertThat(rejected.isAnswerLost()).isFalse();
    assertThat(rejected.said().code()).isNotEmpty();
    assertThat(rejected.all()).isNotEmpty();
    assertThat(booked(REFERENCE)).isZero();
  }

  @Test
  void refusesATokenThatNobodyGave() {
    Credentials made = new Credentials(Secret.of("made-up"), Instant.MAX, 1);
    assertThatThrownBy(() -> shipping().ship(made, order(), WireLog.none()))
        .isInstanceOfSatisfying(
            TokenRefused.class, refused -> assertThat(refused.isAnswerLost()).isFalse());
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void knowsWhatItDoesNotKnow(Fault fault) {
    ShipmentOrder order = order();
    Credentials credentials = credentials();
    goesWrong("ship", fault);
    Unavailable unavailable =
        catchThrowableOfType(
            Unavailable.class, () -> shipping().ship(credentials, order, exchanges::add));
    assertThat(unavailable).isNotNull();
    assertThat(unavailable.isAnswerLost()).isEqualTo(LOSING.contains(fault));
    assertThat(unavailable.said().text()).hasSizeBetween(10, 500).doesNotContain("<");
    if (!unavailable.isAnswerLost()) {
      assertThat(booked(REFERENCE)).isZero();
    }
    assertThat(calls()).isEqualTo(1);
    assertThat(exchanges).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"503, ''", "500, '{}'", "200, ''", "200, '{'"})
  void findsByItsReferenceWhatWasBookedThoughItsAnswerWasLost(int status, String body) {
    carriesOutButSays(status, body);
    assertThatThrownBy(() -> ship(order()))
        .isInstanceOfSatisfying(
            Unavailable.class, lost -> assertThat(lost.isAnswerLost()).isTrue());
    assertThat(booked(REFERENCE)).isEqualTo(1);
    Recovery found = recover(new RecoveryQuestion.ByReference(REFERENCE, account(), ZPL));
    assertThat(found)
        .isInstanceOfSatisfying(
            Recovery.Found.class,
            labels ->
                assertThat(labels.parcels())
                    .singleElement()
                    .satisfies(parcel -> assertThat(parcel.label().bytes()).isNotEmpty()));
  }

  @Test
  void recoversAShipmentsLabelsAsPdf() {
    Booking booking = ship(order(ZPL, Goods.parcel("5"), Goods.parcel("6")));
    Recovery.Found found =
        (Recovery.Found) recover(new RecoveryQuestion.ByNumber(booking.shipmentNumber(), PDF));
    assertThat(found.shipmentNumber()).isEqualTo(booking.shipmentNumber());
    assertThat(found.parcels())
        .extracting(Booking.Labelled::trackingNumber)
        .containsExactlyElementsOf(
            booking.parcels().stream().map(Booking.Labelled::trackingNumber).toList());
    assertThat(found.parcels())
        .allSatisfy(
            parcel ->
                assertThat(new String(parcel.label().bytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-"));
  }

  @Test
  void recoversTheLabelOfOneParcelAndTheInvoice() {
    Consignment abroad = Goods.at(account(), Goods.CANADIAN, Goods.parcel("5"), Goods.parcel("6"));
    Booking booking = ship(Goods.abroad(abroad, serviceAbroad(), REFERENCE));
    String second = booking.parcels().get(1).trackingNumber();
    assertThat(recover(new RecoveryQuestion.ByNumber(second, GIF)))
        .isInstanceOfSatisfying(
            Recovery.Found.class,
            found ->
                assertThat(found.parcels())
                    .extracting(Booking.Labelled::trackingNumber)
                    .containsExactly(second));
    assertThat(recover(new RecoveryQuestion.ByNumber(booking.shipmentNumber(), GIF)))
        .isInstanceOfSatisfying(
            Recovery.Found.class, found -> assertThat(found.documents()).hasSize(1));
  }

  @Test
  void asksWhichOfSeveralShipmentsIsMeant() {
    List<String> numbers = List.of(ship(order()).shipmentNumber(), ship(order()).shipmentNumber());
    assertThat(recover(new RecoveryQuestion.ByReference(REFERENCE, account(), ZPL)))
        .isInstanceOfSatisfying(
            Recovery.Several.class,
            several ->
                assertThat(several.candidates())
                    .extracting(Recovery.Candidate::trackingNumber)
                    .containsExactlyInAnyOrderElementsOf(numbers));
  }

  @Test
  void saysThatThereIsNothingToRecover() {
    assertThat(recover(new RecoveryQuestion.ByReference("SC-nobody", account(), ZPL)))
        .isInstanceOf(Recovery.NotFound.class);
    String number = ship(order()).shipmentNumber();
    takeBack(VoidOrder.whole(number));
    assertThat(recover(new RecoveryQuestion.ByNumber(number, ZPL)))
        .isInstanceOf(Recovery.Voided.class);
  }

  @Test
  void voidsOnceAndSaysSoTheSecondTime() {
    String number = ship(order()).shipmentNumber();
    assertThat(takeBack(VoidOrder.whole(number)).whole()).isInstanceOf(VoidAnswer.Voided.class);
    assertThat(booked(REFERENCE)).isZero();
    assertThat(takeBack(VoidOrder.whole(number)).whole())
        .isInstanceOfSatisfying(
            VoidAnswer.AlreadyVoided.class, again -> assertThat(again.isVoided()).isTrue());
  }

  @Test
  void voidsSomeOfTheParcels() {
    Booking booking = ship(order(ZPL, Goods.parcel("5"), Goods.parcel("6"), Goods.parcel("7")));
    for (List<Integer> some : List.of(List.of(1), List.of(0, 2))) {
      List<String> numbers =
          some.stream().map(i -> booking.parcels().get(i).trackingNumber()).toList();
      Voiding voiding = takeBack(new VoidOrder(booking.shipmentNumber(), numbers));
      assertThat(voiding.whole().isVoided()).isTrue();
      assertThat(voiding.parcels()).containsOnlyKeys(numbers);
      assertThat(voiding.parcels().values()).allMatch(VoidAnswer::isVoided);
    }
  }

  @Test
  void refusesToVoidWhatIsOnItsWay() {
    String number = ship(order()).shipmentNumber();
    handsOver();
    assertThat(takeBack(VoidOrder.whole(number)).whole())
        .isInstanceOfSatisfying(
            VoidAnswer.Refused.class,
            refused -> {
              assertThat(refused.said().code()).isNotEmpty();
              assertThat(refused.isVoided()).isFalse();
            });
    assertThat(booked(REFERENCE)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void neverTakesABadDayForAVoid(Fault fault) {
    String number = ship(order()).shipmentNumber();
    Credentials credentials = credentials();
    goesWrong("void", fault);
    assertThatThrownBy(
            () -> shipping().voidShipment(credentials, VoidOrder.whole(number), WireLog.none()))
        .isInstanceOfSatisfying(
            Unavailable.class,
            unavailable ->
                assertThat(unavailable.isAnswerLost()).isEqualTo(LOSING.contains(fault)));
    Voiding again = shipping().voidShipment(credentials, VoidOrder.whole(number), WireLog.none());
    assertThat(again.whole().isVoided()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void neverTakesABadDayForALabel(Fault fault) {
    String number = ship(order()).shipmentNumber();
    Credentials credentials = credentials();
    goesWrong("recover", fault);
    assertThatThrownBy(
            () ->
                shipping()
                    .recover(
                        credentials, new RecoveryQuestion.ByNumber(number, ZPL), WireLog.none()))
        .isInstanceOf(Unavailable.class);
  }
}
