package org.supercargo.carrier.ups;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supercargo.carrier.Billing;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Customs;
import org.supercargo.carrier.DeliveryConfirmation;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Goods;
import org.supercargo.carrier.LabelWish;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Notification;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.PickupKind;
import org.supercargo.carrier.RateQuestion;
import org.supercargo.carrier.Rates;
import org.supercargo.carrier.RecoveryQuestion;
import org.supercargo.carrier.Reference;
import org.supercargo.carrier.ReturnService;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.carrier.Size;
import org.supercargo.carrier.TrackingQuestion;
import org.supercargo.carrier.VoidOrder;
import org.supercargo.carrier.Weight;
import org.supercargo.carrier.WireLog;
import org.supercargo.scenario.Ups;
import org.supercargo.simulator.Specification;

/**
 * Everything that goes out, and everything that the simulator answers, against UPS's own files
 * where they lie beside this project, and what goes out against a strict schema of our own
 * everywhere.
 */
class UpsSpecificationTest {
  private static final String RATE = "/~1rating~1{version}~1{requestoption}/post";
  private static final String SHIP = "/~1shipments~1{version}~1ship/post";
  private static final String VOID =
      "/~1shipments~1{version}~1void~1cancel~1{shipmentidentificationnumber}/delete";
  private static final String RECOVER = "/~1labels~1{version}~1recovery/post";
  private static final String TRACK = "/~1track~1v1~1details~1{inquiryNumber}/get";
  private static final JsonSchema OWN = own();

  private static Ups ups;
  private final List<UpsCall> calls = new ArrayList<>();
  private final List<UpsAnswer> answers = new ArrayList<>();
  private final Wired wired = Wired.to(ups);
  private Credentials alice;

  @BeforeAll
  static void start() {
    ups = Ups.starts(Wired.REDIRECT);
  }

  @AfterAll
  static void stop() {
    ups.close();
  }

  @BeforeEach
  void listen() {
    ups.forgets();
    alice = wired.credentialsOf(ups, "alice");
    UpsWire ear =
        new UpsWire() {
          @Override
          UpsAnswer send(UpsCall call, Credentials credentials, WireLog log) {
            UpsAnswer answer = super.send(call, credentials, log);
            calls.add(call);
            answers.add(answer);
            return answer;
          }
        };
    ear.settings = wired.settings;
    ear.http = wired.http;
    ear.clock = wired.wire.clock;
    wired.rates.wire = ear;
    wired.shipping.wire = ear;
    wired.tracking.wire = ear;
  }

  @AfterEach
  void close() {
    wired.close();
  }

  private static JsonSchema own() {
    try (var in = UpsSpecificationTest.class.getResourceAsStream("requests.schema.json")) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(JsonMapper.builder().build().readTree(in));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private void assertFits(Optional<Specification> file, String operation) {
    // Not the bodies: labels are long.
    assertThat(calls).isNotEmpty();
    for (int i = 0; i < calls.size(); i++) {
      ObjectNode asked = calls.get(i).body();
      UpsAnswer answer = answers.get(i);
      JsonNode told = answer.json().node();
      if (asked != null) {
        assertThat(messages(OWN.validate(asked))).isEmpty();
        file.ifPresent(
            specification ->
                assertThat(messages(specification.complaintsAboutRequest(operation, asked)))
                    .isEmpty());
      }
      file.ifPresent(
          specification ->
              assertThat(messages(specification.complaints(operation, answer.status(), told)))
                  .isEmpty());
    }
  }

  private static List<String> messages(Set<ValidationMessage> complaints) {
    return complaints.stream().map(ValidationMessage::getMessage).toList();
  }

  private static List<Consignment> consignments() {
    Parcel whole =
        new Parcel(
            Packaging.OWN,
            Weight.kilograms("12.3456"),
            Size.of("30.5", "20", "10", Size.Unit.CENTIMETRE),
            Money.of("500", "USD"),
            "Watches",
            true);
    Parcel letter =
        new Parcel(Packaging.LETTER, Weight.of("8", Weight.Unit.OUNCE), null, null, null, false);
    Consignment home = Goods.at("A1B2C3", Goods.RECEIVER.atHome(), whole, Goods.parcel("150"));
    Consignment signed = Goods.signed(home, DeliveryConfirmation.ADULT_SIGNATURE);
    Consignment abroad =
        Goods.worth(
            Goods.at("A1B2C3", Goods.CANADIAN, Goods.parcel("5")), Money.of("119.5", "USD"));
    Consignment papers = Goods.at("A1B2C3", Goods.GERMAN, letter);
    Consignment saturday =
        new Consignment(
            "A1B2C3",
            Goods.SENDER,
            Goods.SENDER,
            Goods.RECEIVER,
            List.of(Goods.parcel("1")),
            true,
            null,
            null);
    Consignment canadian =
        Consignment.of("R7T901", Goods.CANADIAN, Goods.CANADIAN, List.of(Goods.parcel("2")));
    return List.of(
        home,
        signed,
        abroad,
        Goods.signed(abroad, DeliveryConfirmation.SIGNATURE),
        papers,
        saturday,
        canadian);
  }

  @Test
  void asksForRatesAsSpecified() {
    for (Consignment consignment : consignments()) {
      wired.rates.rates(alice, RateQuestion.shop(consignment), WireLog.none());
      boolean papers = consignment.parcels().get(0).packaging() == Packaging.LETTER;
      String service = UpsWords.services(from(consignment), to(consignment)).get(0).code();
      wired.rates.rates(
          alice,
          new RateQuestion(
              consignment,
              service,
              papers,
              PickupKind.ONE_TIME,
              LocalDateTime.of(2026, 11, 30, 16, 0),
              null),
          WireLog.none());
    }
    assertFits(Specification.rating(), RATE);
  }

  @ParameterizedTest
  @EnumSource(ReturnService.class)
  void asksForThePriceOfReturnsAsSpecified(ReturnService returns) {
    Parcel shoes = new Parcel(Packaging.OWN, Weight.pounds("3"), null, null, "Shoes", false);
    Consignment back = Goods.sentBack("A1B2C3", Goods.RECEIVER, Goods.SENDER, shoes);
    Rates rates =
        wired.rates.rates(alice, RateQuestion.shop(back).returning(returns), WireLog.none());
    boolean priced =
        rates.rates().getFirst().published().surcharges().stream()
            .anyMatch(its -> its.code().matches("250|400"));
    assertThat(priced)
        .as("Rating has no code for a label by mail")
        .isEqualTo(returns != ReturnService.PRINT_AND_MAIL);
    assertFits(Specification.rating(), RATE);
  }

  private static String from(Consignment consignment) {
    return UpsParts.country(consignment.origin());
  }

  private static String to(Consignment consignment) {
    return UpsParts.country(consignment.to());
  }

  @Test
  void ordersShipmentsAsSpecified() {
    for (Consignment consignment : consignments()) {
      ship(order(consignment, new Billing.Shipper(), null, null));
    }
    Consignment plain = consignments().get(0);
    ship(order(plain, new Billing.Receiver("4E5F6G", "94105-1234"), null, null));
    ship(order(plain, new Billing.ThirdParty("C4R0L9", "80331", "DE"), null, null));
    Consignment abroad = consignments().get(2);
    ship(Goods.abroad(abroad, "11", "SC-0001"));
    ship(order(abroad, new Billing.Shipper(), new Billing.Shipper(), paperless()));
    assertFits(Specification.shipping(), SHIP);
  }

  @ParameterizedTest
  @EnumSource(ReturnService.class)
  void ordersReturnsAsSpecified(ReturnService returns) {
    Parcel shoes = new Parcel(Packaging.OWN, Weight.pounds("3"), null, null, "Shoes", false);
    ship(
        new ShipmentOrder(
            Goods.sentBack("A1B2C3", Goods.RECEIVER, Goods.SENDER, shoes),
            "03",
            new Billing.Shipper(),
            null,
            List.of(Goods.reference("SC-0001")),
            "Shoes that did not fit",
            returns,
            "buyer@example.com",
            List.of(),
            null,
            LabelWish.of(DocumentFormat.GIF),
            false));
    assertFits(Specification.shipping(), SHIP);
  }

  @Test
  void ordersEveryFormatAndKindOfReferenceAsSpecified() {
    for (DocumentFormat format : UpsShipping.FORMATS) {
      ship(Goods.order(consignments().get(5), "03", "SC-0001", format));
    }
    for (Reference.Kind kind : Reference.Kind.values()) {
      ship(
          ShipmentOrder.of(
              consignments().get(5),
              "03",
              List.of(new Reference(kind, "1"), new Reference(kind, "2")),
              LabelWish.of(DocumentFormat.ZPL)));
    }
    assertFits(Specification.shipping(), SHIP);
  }

  @Test
  void takesBackAsSpecified() {
    Booking booking = ship(order(consignments().get(0), new Billing.Shipper(), null, null));
    calls.clear();
    answers.clear();
    String number = booking.shipmentNumber();
    String second = booking.parcels().get(1).trackingNumber();
    for (VoidOrder order :
        List.of(
            new VoidOrder(number, List.of(second)),
            VoidOrder.whole(number),
            VoidOrder.whole(number))) {
      wired.shipping.voidShipment(alice, order, WireLog.none());
    }
    assertThat(answers).extracting(UpsAnswer::status).containsExactly(200, 200, 400);
    assertFits(Specification.shipping(), VOID);
  }

  @Test
  void recoversAsSpecified() {
    Booking booking = ship(Goods.abroad(consignments().get(2), "11", "SC-0001"));
    calls.clear();
    answers.clear();
    for (DocumentFormat format :
        List.of(DocumentFormat.GIF, DocumentFormat.PDF, DocumentFormat.ZPL)) {
      wired.shipping.recover(
          alice, new RecoveryQuestion.ByNumber(booking.shipmentNumber(), format), WireLog.none());
      wired.shipping.recover(
          alice, new RecoveryQuestion.ByReference("SC-0001", "A1B2C3", format), WireLog.none());
    }
    wired.shipping.recover(
        alice,
        new RecoveryQuestion.ByReference("nobody", "A1B2C3", DocumentFormat.GIF),
        WireLog.none());
    assertFits(Specification.shipping(), RECOVER);
  }

  @Test
  void tracksAsSpecified() {
    Booking booking = ship(order(consignments().get(1), new Billing.Shipper(), null, null));
    calls.clear();
    answers.clear();
    for (int days = 0; days < 12; days += 3) {
      ups.movesParcelsOnBy(Duration.ofDays(days));
      track(new TrackingQuestion.ByNumber(booking.shipmentNumber(), true));
    }
    ups.movesParcelsOnBy(Duration.ZERO);
    LocalDate today = LocalDate.now();
    track(
        new TrackingQuestion.ByReference(
            "SC-0001", "A1B2C3", today.minusDays(5), today.plusDays(1)));
    track(new TrackingQuestion.ByNumber("1234567", false));
    assertThat(calls)
        .allSatisfy(
            call -> {
              assertThat(call.path()).startsWith("/api/track/v1/").doesNotContain(" ");
              assertThat(call.transactionId()).matches("[0-9a-f]{32}");
            });
    assertFits(Specification.tracking(), TRACK);
  }

  @Test
  void wouldNoticeAMisspeltField() {
    ship(order(consignments().get(0), new Billing.Shipper(), null, null));
    ObjectNode order = calls.get(0).body();
    assertThat(OWN.validate(order)).isEmpty();
    ObjectNode shipment = order.withObject("/ShipmentRequest").withObject("/Shipment");
    shipment.set("Packages", shipment.remove("Package"));
    assertThat(OWN.validate(order)).isNotEmpty();
    Specification.shipping()
        .ifPresent(file -> assertThat(file.complaintsAboutRequest(SHIP, order)).hasSize(2));
  }

  private Booking ship(ShipmentOrder order) {
    return wired.shipping.ship(alice, order, WireLog.none());
  }

  private void track(TrackingQuestion question) {
    wired.tracking.track(alice, question, WireLog.none());
  }

  private static ShipmentOrder order(
      Consignment consignment, Billing transport, Billing duties, Customs customs) {
    return new ShipmentOrder(
        consignment,
        UpsWords.services(from(consignment), to(consignment)).get(0).code(),
        transport,
        duties,
        List.of(Goods.reference("SC-0001"), Goods.reference("Second one")),
        "Shoes and watches",
        null,
        null,
        List.of(
            new Notification(
                Notification.Event.SHIPPED, List.of("a@example.com", "b@example.com"), null),
            new Notification(Notification.Event.EXCEPTION, List.of("a@example.com"), "Oh dear")),
        customs,
        LabelWish.of(DocumentFormat.ZPL),
        false);
  }

  private static Customs paperless() {
    Customs.Item shoes =
        new Customs.Item(
            "Shoes", null, "US", new BigDecimal("2.50"), "PRS", Money.of("1", "USD"), null);
    return new Customs(
        Goods.CANADIAN,
        Customs.Reason.INTERCOMPANY,
        null,
        "",
        LocalDate.of(2026, 11, 28),
        List.of(shoes),
        null,
        Money.of("1.255", "USD"),
        null,
        true);
  }
}
