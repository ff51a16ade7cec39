package org.supercargo.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.carrier.ShipmentOrder;

/** A shipment a key. */
class ShipIT extends InShipping {
  @Test
  void makesOneShipmentWhenSixtyFourCallersComeWithOneKey() throws Exception {
    ups().isSlow("ship", Duration.ofMillis(700));
    ShipCommand command = command(Goods.parcel());
    int callers = 64;
    CountDownLatch together = new CountDownLatch(callers);
    List<Future<ShipAnswer>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      for (int i = 0; i < callers; i++) {
        answers.add(
            threads.submit(
                () -> {
                  together.countDown();
                  together.await();
                  return shipping.ship(command, ROSA);
                }));
      }
      long id = ((ShipAnswer.Made) answers.getFirst().get()).shipment().id();
      for (Future<ShipAnswer> answer : answers) {
        ShipmentView shipment = ((ShipAnswer.Made) answer.get()).shipment();
        assertThat(shipment.id()).isEqualTo(id);
        assertThat(shipment.state()).isEqualTo(ShipmentState.CREATED);
      }
    }
    assertThat(booked()).isEqualTo(1);
    assertThat(ups().count("ship")).isEqualTo(1);
  }

  @Test
  void keepsNumbersPricesPapersAndTheDeed() {
    ShipmentView shipment = made(Goods.parcels(3, DocumentFormat.GIF, "PO-4711"));
    assertThat(shipment.row().number()).startsWith("1ZA1B2C3");
    assertThat(shipment.packages())
        .hasSize(3)
        .allSatisfy(piece -> assertThat(piece.state()).isEqualTo(PieceState.CREATED));
    assertThat(shipment.packages().getFirst().trackingNumber()).isEqualTo(shipment.row().number());
    assertThat(shipment.published()).isNotNull();
    assertThat(shipment.negotiated()).isNotNull();
    assertThat(shipment.row().price()).isEqualTo(shipment.negotiated().total());
    assertThat(shipment.documents())
        .filteredOn(ShipmentView.Paper::label)
        .hasSize(3)
        .allSatisfy(label -> assertThat(label.format()).isEqualTo(DocumentFormat.GIF));
    assertThat(shipment.row().voidableUntil())
        .isEqualTo(shipment.row().createdAt().plus(socket.voidPeriod()));
    assertThat(audited()).containsExactly("SHIPMENT_CREATED");
    assertThat(ups().shipments(shipment.row().reference()).get("count").asInt()).isEqualTo(1);
    assertThat(ups().shipments("PO-4711").get("count").asInt()).isEqualTo(1);
  }

  @Test
  void refusesTheSameKeyForAnotherOrder() {
    ShipCommand command = command(Goods.parcel());
    ShipAnswer.Made first = (ShipAnswer.Made) shipping.ship(command, ROSA);
    ShipCommand other = new ShipCommand(command.key(), account, Goods.parcelFor("Charles Babbage"));
    assertThat(shipping.ship(other, ROSA))
        .isEqualTo(new ShipAnswer.KeyTaken(first.shipment().id()));
    assertThat(booked()).isEqualTo(1);
  }

  @Test
  void knowsWhatWasAskedByHowItWasAskedAndNotByTheOrderMadeOfIt() {
    ShipCommand command = command(Goods.parcel());
    ShipmentOrder otherByNow = Goods.parcelFor("Charles Babbage");
    ShipAnswer first = shipping.ship(asked(command.key(), command.order(), "a"), ROSA);
    long id = ((ShipAnswer.Made) first).shipment().id();
    assertThat(shipping.ship(asked(command.key(), otherByNow, "a"), ROSA)).isEqualTo(first);
    assertThat(shipping.again(command.key(), "a", ROSA)).contains(first);
    assertThat(shipping.ship(asked(command.key(), command.order(), "b"), ROSA))
        .isEqualTo(new ShipAnswer.KeyTaken(id));
    assertThat(shipping.again(command.key(), "b", ROSA)).isEmpty();
    assertThat(shipping.again(command.key(), "a", new Actor("key:warehouse", null))).isEmpty();
    assertThat(booked()).isEqualTo(1);
  }

  @Test
  void goesByTheOrderOfAKeyFromBeforeWhatWasAskedWasKept() {
    ShipCommand command = command(Goods.parcel());
    ShipAnswer first = shipping.ship(command, ROSA);
    assertThat(shipping.again(command.key(), "a", ROSA)).isEmpty();
    assertThat(shipping.ship(asked(command.key(), command.order(), "a"), ROSA)).isEqualTo(first);
    assertThat(shipping.ship(asked(command.key(), Goods.parcelFor("Charles Babbage"), "a"), ROSA))
        .isInstanceOf(ShipAnswer.KeyTaken.class);
  }

  private ShipCommand asked(String key, ShipmentOrder order, String asked) {
    return new ShipCommand(key, account, order, asked);
  }

  @Test
  void keepsTheKeysOfPeopleApart() {
    ShipCommand command = command(Goods.parcel());
    ShipAnswer.Made mine = (ShipAnswer.Made) shipping.ship(command, ROSA);
    ShipAnswer.Made theirs =
        (ShipAnswer.Made) shipping.ship(command, new Actor("key:warehouse", null));
    assertThat(theirs.shipment().id()).isNotEqualTo(mine.shipment().id());
    assertThat(booked()).isEqualTo(2);
  }

  @Test
  void saysTheSameNoToTheSameKeyWithoutAskingAgain() {
    String words =
        "{\"response\":{\"errors\":[{\"code\":\"120802\",\"message\":\"Address Validation"
            + " Error\"}]}}";
    ups().answersNext("ship", 400, words);
    ShipCommand command = command(Goods.parcel());
    for (int i = 0; i < 2; i++) {
      ShipAnswer.Refused no = (ShipAnswer.Refused) shipping.ship(command, ROSA);
      assertThat(no.shipment().state()).isEqualTo(ShipmentState.REJECTED);
      assertThat(no.shipment().said().code()).isEqualTo("120802");
    }
    assertThat(ups().count("ship")).isEqualTo(1);
    assertThat(audited()).containsExactly("SHIPMENT_REFUSED");
  }

  @Test
  void freesTheKeyOfWhatWasSurelyNotCarriedOut() {
    ups().answersNext("ship", 429);
    ShipCommand command = command(Goods.parcel());
    ShipAnswer.NotSent busy = (ShipAnswer.NotSent) shipping.ship(command, ROSA);
    assertThat(busy.why()).isInstanceOf(Unavailable.class);
    assertThat(busy.shipment().state()).isEqualTo(ShipmentState.NOT_CREATED);
    ShipAnswer.Made made = (ShipAnswer.Made) shipping.ship(command, ROSA);
    assertThat(made.shipment().id()).isNotEqualTo(busy.shipment().id());
    assertThat(booked()).isEqualTo(1);
  }

  @Test
  void letsACrowdWithOneKeyTryAgainWhenItWasFreed() throws Exception {
    for (int round = 0; round < 5; round++) {
      ups().forgets();
      connect();
      ups().answersNext("ship", 429, 2);
      ShipCommand command = command(Goods.parcel());
      List<Future<ShipAnswer>> answers = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(24)) {
        for (int i = 0; i < 24; i++) {
          answers.add(threads.submit(() -> shipping.ship(command, ROSA)));
        }
        for (Future<ShipAnswer> answer : answers) {
          assertThat(answer.get()).isInstanceOfAny(ShipAnswer.NotSent.class, ShipAnswer.Made.class);
        }
      }
      ups().dropsPreparedAnswers();
      assertThat(shipping.ship(command, ROSA)).isInstanceOf(ShipAnswer.Made.class);
      assertThat(booked()).isEqualTo(1);
    }
  }

  @Test
  void writesNothingDownThatCannotBeRight() {
    ShipmentOrder order = Goods.parcels(1, DocumentFormat.ZPL, "one", "two");
    assertThat(problems(command(order))).containsExactly("references[1]");
    ShipmentOrder foreign =
        ShipmentOrder.of(
            org.supercargo.carrier.Consignment.of(
                "4E5F6G", Goods.SHIPPER, Goods.ADA, Goods.consignment(1).parcels()),
            "03",
            List.of(),
            Goods.parcel().label());
    assertThat(problems(command(foreign))).containsExactly("consignment.accountNumber");
    assertThat(texts("select id from shipment")).isEmpty();
    assertThat(ups().count("ship")).isZero();
  }

  @Test
  void wantsAPlainKey() {
    for (String key : List.of("", "with space", "ümlaut", "line\nbreak")) {
      assertThat(problems(new ShipCommand(key, account, Goods.parcel()))).containsExactly("key");
    }
  }

  private List<String> problems(ShipCommand command) {
    ShipAnswer answer = shipping.ship(command, ROSA);
    assertThat(answer).isInstanceOf(ShipAnswer.Wrong.class);
    return ((ShipAnswer.Wrong) answer).problems().stream().map(OrderProblem::field).toList();
  }

  @Test
  void keepsWhatWentOverTheWireWithoutTheTokenAndOffersTheAddressAgain() {
    ShipmentView shipment = made(Goods.parcel());
    wires.go();
    List<WireView> wire = shipping.wire(WireQuery.of(shipment.id()));
    assertThat(wire)
        .singleElement()
        .satisfies(
            exchange -> {
              assertThat(exchange.operation()).isEqualTo("ship");
              assertThat(exchange.status()).isEqualTo(200);
              assertThat(exchange.request()).contains(shipment.row().reference());
            });
    for (String secret : ups().everySecret()) {
      assertThat(wire.toString()).doesNotContain(secret);
    }
    assertThat(shipping.recentAddresses(ROSA, 5)).containsExactly(Goods.ADA);
    made(Goods.parcelFor("Charles Babbage"));
    made(Goods.parcel());
    assertThat(shipping.recentAddresses(ROSA, 5))
        .extracting(org.supercargo.carrier.Party::name)
        .containsExactly("Ada Lovelace", "Charles Babbage");
  }

  @Test
  void findsWhatWentOverTheWireByWhatStandsInIt() {
    ShipmentView one = made(Goods.parcel());
    ShipmentView other = made(Goods.parcels(1, DocumentFormat.ZPL, "PO-100%"));
    ups().answersNext("track", 503, 3);
    assertThatThrownBy(() -> shipping.track(one.id())).isInstanceOf(Unavailable.class);
    wires.go();
    String all = one.row().reference();
    assertThat(wire(all.toLowerCase(Locale.ROOT), null, null)).containsExactly(one.id());
    assertThat(wire("0%", null, null)).as("no wildcard").containsExactly(other.id());
    assertThat(wire("no such text", null, null)).isEmpty();
    assertThat(wire(null, "track", null)).hasSize(3).containsOnly(one.id());
    WireView first = shipping.wire(WireQuery.of(one.id())).getLast();
    assertThat(wire(null, null, first.transactionId())).containsExactly(one.id());
    assertThat(shipping.wire(WireQuery.of(one.id(), "no such text"))).isEmpty();
    assertThat(shipping.wire(WireQuery.of(one.id(), all))).singleElement().isEqualTo(first);
    assertThat(shipping.wire(sentFrom(first.at()))).hasSize(5);
    assertThat(shipping.wire(sentFrom(first.at().plus(Duration.ofHours(1))))).isEmpty();
  }

  private List<Long> wire(String text, String operation, String transactionId) {
    return shipping
        .wire(new WireQuery(null, account, operation, transactionId, text, null, null, 0, 50))
        .stream()
        .map(WireView::shipment)
        .toList();
  }

  private WireQuery sentFrom(Instant from) {
    return new WireQuery(null, account, null, null, null, from, from.plusSeconds(3_600), 0, 50);
  }

  @Test
  void remembersWhatAnAccountsShipmentsBeginWith() {
    assertThat(shipping.defaults(account)).isEqualTo(AccountDefaults.UNCHOSEN);
    AccountDefaults wishes =
        new AccountDefaults(
            DocumentFormat.ZPL,
            8,
            org.supercargo.shipping.label.Sheet.A4,
            org.supercargo.carrier.Packaging.PAK,
            new org.supercargo.carrier.Billing.Receiver("123456", "10036"),
            "02");
    shipping.keepDefaults(account, AccountDefaults.UNCHOSEN, ROSA);
    shipping.keepDefaults(account, wishes, ROSA);
    assertThat(shipping.defaults(account)).isEqualTo(wishes);
    assertThat(shipping.shipper(account).name()).isEqualTo("Peachtree Paper");
  }
}
