package org.supercargo.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Charges;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Money;
import org.supercargo.container.TestClock;
import org.supercargo.scenario.Ups;
import org.supercargo.shipping.gate.Lane;

/** Answers that are lost: nothing is paid twice, nothing that was paid is lost. */
class UnknownShipmentIT extends InShipping {
  /** Something that hides from us what UPS did. */
  record Trouble(String name, Consumer<Ups> happens) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Trouble> afterTheBooking() {
    return Stream.of(
        new Trouble("cut", ups -> ups.cutsNextAfterWork("ship")),
        new Trouble("503", ups -> ups.saysAfterWork("ship", 503, "<h1>Unavailable</h1>")),
        new Trouble("500", ups -> ups.saysAfterWork("ship", 500, "{}")),
        new Trouble("empty", ups -> ups.saysAfterWork("ship", 200, "")),
        new Trouble("rubbish", ups -> ups.saysAfterWork("ship", 200, "{\"ShipmentResponse\":7}")),
        new Trouble("time-out", ups -> ups.answersLate("ship", Duration.ofSeconds(20))));
  }

  static Stream<Trouble> beforeTheBooking() {
    return Stream.of(
        new Trouble("cut", ups -> ups.cutsNextBeforeWork("ship")),
        new Trouble("503", ups -> ups.answersNext("ship", 503)),
        new Trouble("empty", ups -> ups.answersNext("ship", 200, "")));
  }

  @Test
  void findsWhatWasBookedWithItsLabels() throws Exception {
    for (Trouble trouble : afterTheBooking().toList()) {
      connect();
      findsWhatWasBooked(trouble);
    }
  }

  private void findsWhatWasBooked(Trouble trouble) throws Exception {
    trouble.happens().accept(ups());
    ShipCommand command = command(Goods.parcels(2, DocumentFormat.ZPL));
    ShipmentView lost = pending(command);
    assertThat(lost.state()).as(trouble.name()).isEqualTo(ShipmentState.UNKNOWN);
    looksUntil(lost.id(), ShipmentState.CREATED);
    ShipmentView found = view(lost.id());
    assertThat(found.packages()).hasSize(2);
    assertThat(found.documents()).filteredOn(ShipmentView.Paper::label).hasSize(2);
    assertThat(shipping.labels(found.id(), DocumentFormat.ZPL, ROSA)).hasSize(2);
    assertThat(shipping.ship(command, ROSA)).isInstanceOf(ShipAnswer.Made.class);
    assertThat(booked()).isEqualTo(1);
    assertThat(hasDuplicates()).isFalse();
    assertThat(audited()).containsExactly("SHIPMENT_UNKNOWN", "SHIPMENT_CREATED");
  }

  @Test
  void saysNotCreatedOnlyWhenUpsHadTimeToKnow() throws Exception {
    for (Trouble trouble : beforeTheBooking().toList()) {
      connect();
      saysNotCreatedInTime(trouble);
    }
  }

  private void saysNotCreatedInTime(Trouble trouble) throws Exception {
    trouble.happens().accept(ups());
    ShipCommand command = command(Goods.parcel());
    ShipmentView lost = pending(command);
    for (int i = 0; i < 3; i++) {
      isDue(lost.id());
      reconciler.go();
      assertThat(view(lost.id()).state()).isEqualTo(ShipmentState.UNKNOWN);
      assertThat(shipping.ship(command, ROSA))
          .as("not to be shipped again by hand")
          .isInstanceOf(ShipAnswer.Pending.class);
    }
    isOld(lost.id());
    looksUntil(lost.id(), ShipmentState.NOT_CREATED);
    assertThat(shipping.ship(command, ROSA)).isInstanceOf(ShipAnswer.NotCreated.class);
    assertThat(booked()).isZero();
    assertThat(audited()).containsExactly("SHIPMENT_UNKNOWN", "SHIPMENT_NOT_CREATED");
  }

  @Test
  void holdsTheSameOrderUnderAnotherKeyWhileItIsUnknown() throws Exception {
    ups().cutsNextAfterWork("ship");
    ups().answersNext("recover", 503, 50);
    ShipmentView lost = pending(command(Goods.parcel()));
    ShipCommand byHand = command(Goods.parcel());
    assertThat(shipping.ship(byHand, ROSA))
        .isInstanceOfSatisfying(
            ShipAnswer.Held.class, held -> assertThat(held.unknown().id()).isEqualTo(lost.id()));
    assertThat(shipping.ship(command(Goods.parcelFor("Charles Babbage")), ROSA))
        .as("other goods")
        .isInstanceOf(ShipAnswer.Made.class);
    assertThat(booked()).isEqualTo(2);
    ups().dropsPreparedAnswers();
    looksUntil(lost.id(), ShipmentState.CREATED);
    assertThat(shipping.ship(byHand, ROSA)).isInstanceOf(ShipAnswer.Made.class);
  }

  /** Else a caller that comes when its shipment becomes unknown is held by its own. */
  @Test
  void asksForItsOwnKeyBeforeItLooksForTheLikes() {
    ShipCommand command = command(Goods.parcel());
    long lost = ((Begun.Mine) begun(command)).shipment();
    steps.answerLost(lost, new CarrierMessage("", "The line was cut."), ROSA);
    assertThat(begun(command)).isEqualTo(new Begun.Known(lost));
    assertThat(begun(command(Goods.parcel()))).isEqualTo(new Begun.Held(lost));
  }

  private Begun begun(ShipCommand command) {
    return steps
        .request(
            consignors.of(account), command, ROSA, "the same order", Underway.LEASE, Lane.LABEL)
        .orElseThrow();
  }

  @Test
  void findsByItselfWithoutBeingTold() throws Exception {
    ups().cutsNextAfterWork("ship");
    ShipmentView lost = pending(command(Goods.parcel()));
    eventually(() -> view(lost.id()).state() == ShipmentState.CREATED);
  }

  @Test
  void staysUnknownWhileUpsCannotBeAsked() throws Exception {
    ups().cutsNextAfterWork("ship");
    ShipmentView lost = pending(command(Goods.parcel()));
    ups().answersNext("recover", 503, 6);
    isOld(lost.id());
    reconciler.go();
    assertThat(view(lost.id()).state()).isEqualTo(ShipmentState.UNKNOWN);
    ups().dropsPreparedAnswers();
    looksUntil(lost.id(), ShipmentState.CREATED);
  }

  static Stream<Trouble> nonAnswers() {
    String html = "<h1>Not Found</h1>";
    String warned =
        "{\"trackResponse\":{\"shipment\":[{\"warnings\":[{\"code\":\"TW0009\",\"message\":\"?\"}]}]}}";
    return Stream.of(
        new Trouble("404 page", ups -> ups.answersWithHtml("recover", 404, html, 50)),
        new Trouble("transient", ups -> ups.says("recover", 400, refusal("300000"), 50)),
        new Trouble("no label", ups -> ups.says("recover", 400, refusal("300006"), 50)),
        new Trouble(
            "tracking's 404 page", ups -> ups.answersWithHtml("track-reference", 404, html, 50)),
        new Trouble(
            "nothing", ups -> ups.says("track-reference", 200, "{\"trackResponse\":{}}", 50)),
        new Trouble("warning", ups -> ups.says("track-reference", 200, warned, 50)));
  }

  private static String refusal(String code) {
    return "{\"response\":{\"errors\":[{\"code\":\"%s\",\"message\":\"x\"}]}}".formatted(code);
  }

  @Test
  void takesNoNonAnswerForANo() throws Exception {
    for (Trouble trouble : nonAnswers().toList()) {
      connect();
      takesForNoNo(trouble);
    }
  }

  private void takesForNoNo(Trouble trouble) throws Exception {
    Begun.Mine dead = requested();
    trouble.happens().accept(ups());
    isOld(dead.shipment());
    long before = ups().count("recover");
    eventually(
        () -> {
          isDue(dead.shipment());
          reconciler.go();
          return ups().count("recover") >= before + 2;
        });
    assertThat(view(dead.shipment()).state()).as(trouble.name()).isEqualTo(ShipmentState.UNKNOWN);
    ups().dropsPreparedAnswers();
    looksUntil(dead.shipment(), ShipmentState.NOT_CREATED);
  }

  @Test
  void takesUpWhatADeadNodeHadSent() throws Exception {
    Begun.Mine dead = requested();
    Booking made = behindOurBack(dead.order());
    looksUntil(dead.shipment(), ShipmentState.CREATED);
    assertThat(view(dead.shipment()).row().number()).isEqualTo(made.shipmentNumber());
    assertThat(booked()).isEqualTo(1);
  }

  @Test
  void takesUpWhatADeadNodeHadNotSent() throws Exception {
    Begun.Mine dead = requested();
    isOld(dead.shipment());
    looksUntil(dead.shipment(), ShipmentState.NOT_CREATED);
    assertThat(booked()).isZero();
  }

  @Test
  void leavesAloneWhatANodeMayStillBeAt() {
    Begun.Mine living = requested();
    reconciler.go();
    assertThat(view(living.shipment()).state()).isEqualTo(ShipmentState.REQUESTED);
  }

  @Test
  void leavesAloneWhatALivingNodeIsAtHoweverLongItTakes() throws Exception {
    ups().isSlow("ship", Duration.ofSeconds(6));
    ShipCommand command = command(Goods.parcel());
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<ShipAnswer> answer = thread.submit(() -> shipping.ship(command, ROSA));
      eventually(() -> ups().count("ship") == 1);
      for (int i = 0; i < 4; i++) {
        TestClock.sleeps(Underway.LEASE.minusSeconds(12));
        underway.go();
        reconciler.go();
      }
      assertThat(answer.get()).isInstanceOf(ShipAnswer.Made.class);
    } finally {
      TestClock.wakesUp();
    }
    assertThat(audited()).containsExactly("SHIPMENT_CREATED");
  }

  @Test
  void takesUpWhatADeadNodeWasAtWithinSeconds() throws Exception {
    Begun.Mine dead = requested();
    behindOurBack(dead.order());
    TestClock.sleeps(Underway.LEASE.plusSeconds(1));
    try {
      underway.go();
      eventually(
          () -> {
            reconciler.go();
            return view(dead.shipment()).state() == ShipmentState.CREATED;
          });
    } finally {
      TestClock.wakesUp();
    }
  }

  @Test
  void prolongsNothingThatAnotherNodeHasTakenUp() {
    Begun.Mine slow = requested();
    isDue(slow.shipment());
    assertThat(looks.claim(1, Duration.ofMinutes(5))).hasSize(1);
    assertThat(looks.prolong(slow.shipment(), 0, slow.until(), Underway.LEASE)).isEmpty();
  }

  @Test
  void takesThePriceFromAnAnswerThatComesAfterItWasFound() throws Exception {
    Begun.Mine slow = requested();
    Booking answer = behindOurBack(slow.order());
    looksUntil(slow.shipment(), ShipmentState.CREATED);
    assertThat(view(slow.shipment()).published()).isNull();
    storing.keep(slow.shipment(), answer, socket.voidPeriod(), ROSA);
    assertThat(view(slow.shipment()).published()).isNotNull();
  }

  @Test
  void voidsAndReportsWhatComesAfterTheVerdict() throws Exception {
    Begun.Mine dead = requested();
    isOld(dead.shipment());
    looksUntil(dead.shipment(), ShipmentState.NOT_CREATED);
    Booking late = behindOurBack(dead.order());
    isDue(dead.shipment());
    reconciler.go();
    eventually(
        () -> {
          execute("update shipment set due_at = requested_at where state = 'VOID_REQUESTED'");
          reconciler.go();
          return texts("select id from shipment where state = 'VOIDED'").size() == 1;
        });
    assertThat(voided()).isEqualTo(1);
    assertThat(view(dead.shipment()).state()).isEqualTo(ShipmentState.NOT_CREATED);
    ShipmentRow orphan = orphan(late);
    assertThat(orphan.state()).isEqualTo(ShipmentState.VOIDED);
    assertThat(alerted()).containsExactly("SHIPMENT_ORPHANED " + orphan.id());
    assertThat(audited())
        .containsExactly(
            "SHIPMENT_UNKNOWN", "SHIPMENT_NOT_CREATED", "SHIPMENT_ORPHANED", "SHIPMENT_VOIDED");
  }

  @Test
  void voidsAndReportsAnAnswerThatComesAfterTheVerdict() throws Exception {
    Begun.Mine slow = requested();
    isOld(slow.shipment());
    looksUntil(slow.shipment(), ShipmentState.NOT_CREATED);
    storing.keep(slow.shipment(), behindOurBack(slow.order()), socket.voidPeriod(), ROSA);
    eventually(() -> voided() == 1);
    assertThat(view(slow.shipment()).state()).isEqualTo(ShipmentState.NOT_CREATED);
  }

  @Test
  void keepsOneOfTwoAndVoidsTheOther() throws Exception {
    Begun.Mine dead = requested();
    behindOurBack(dead.order());
    behindOurBack(dead.order());
    assertThat(hasDuplicates()).isTrue();
    looksUntil(dead.shipment(), ShipmentState.CREATED);
    eventually(() -> voided() == 1);
    assertThat(hasDuplicates()).isFalse();
    assertThat(view(dead.shipment()).documents()).isNotEmpty();
    assertThat(audited()).contains("SHIPMENT_CREATED", "SHIPMENT_ORPHANED");
  }

  @Test
  void findsAllPackagesOfWhatHasNoLabelsAndVoidsNone() throws Exception {
    Begun.Mine dead = requested(Goods.fetched(2));
    Booking made = behindOurBack(dead.order());
    looksUntil(dead.shipment(), ShipmentState.CREATED);
    assertThat(view(dead.shipment()).row().number()).isEqualTo(made.shipmentNumber());
    holdsAll(dead.shipment(), made);
    isLookedForAgain(dead.shipment());
    holdsAll(dead.shipment(), made);
  }

  private void holdsAll(long id, Booking made) {
    assertThat(view(id).packages())
        .extracting(ShipmentView.Piece::trackingNumber)
        .containsExactlyInAnyOrderElementsOf(
            made.parcels().stream().map(Booking.Labelled::trackingNumber).toList());
    assertThat(shipping.count(ShipmentQuery.newest(10))).isEqualTo(1);
    assertThat(voided()).isZero();
    assertThat(alerted()).isEmpty();
  }

  @Test
  void addsThePackagesThatTheFirstFindDidNotName() {
    Begun.Mine slow = requested(Goods.fetched(3));
    Booking made = behindOurBack(slow.order());
    booked(slow, made, 1);
    assertThat(view(slow.shipment()).packages()).hasSize(1);
    booked(slow, made, 2);
    assertThat(view(slow.shipment()).packages()).hasSize(1);
    booked(slow, made, 0, 1);
    booked(slow, made, 2, 1);
    holdsAll(slow.shipment(), made);
    assertThat(view(slow.shipment()).row().packages()).isEqualTo(3);
    Booking other = behindOurBack(slow.order());
    booked(slow, other, 0, 1, 2);
    assertThat(alerted()).as("of that nothing is ours").hasSize(1);
  }

  /** Some packages are found, the first of them taken for the shipment's. */
  private void booked(Begun.Mine wish, Booking made, Integer... which) {
    List<Booking.Labelled> some = Stream.of(which).map(made.parcels()::get).toList();
    String first = some.getFirst().trackingNumber();
    Booking found = new Booking(first, some, null, null, null, List.of(), null, List.of(), "");
    steps.booked(wish.shipment(), found, socket.voidPeriod(), LookSteps.FINDER);
  }

  @Test
  void voidsTheSecondOfTwoThatHaveNoLabels() throws Exception {
    Begun.Mine dead = requested(Goods.fetched(1));
    behindOurBack(dead.order());
    behindOurBack(dead.order());
    looksUntil(dead.shipment(), ShipmentState.CREATED);
    eventually(() -> voided() == 1);
    assertThat(hasDuplicates()).isFalse();
    assertThat(audited()).contains("SHIPMENT_ORPHANED");
  }

  private ShipmentRow orphan(Booking booking) {
    List<ShipmentRow> found =
        shipping.list(ShipmentQuery.newest(10).numbered(booking.shipmentNumber()));
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void looksForAnotherOneLongAfterALostAnswerWasFound() throws Exception {
    ups().cutsNextAfterWork("ship");
    ShipmentView lost = pending(command(Goods.parcel()));
    looksUntil(lost.id(), ShipmentState.CREATED);
    String kept = view(lost.id()).row().number();
    Booking late = behindOurBack(view(lost.id()).order());
    assertThat(hasDuplicates()).isTrue();
    isLookedForAgain(lost.id());
    eventually(() -> voided() == 1);
    assertThat(hasDuplicates()).isFalse();
    assertThat(view(lost.id()).row().number()).isEqualTo(kept);
    assertThat(view(lost.id()).state()).isEqualTo(ShipmentState.CREATED);
    assertThat(alerted()).containsExactly("SHIPMENT_ORPHANED " + orphan(late).id());
  }

  @Test
  void looksForAnotherOneAlsoOfWhatWasVoidedMeanwhile() throws Exception {
    ups().cutsNextAfterWork("ship");
    ShipmentView lost = pending(command(Goods.parcel()));
    looksUntil(lost.id(), ShipmentState.CREATED);
    assertThat(shipping.takeBack(lost.id(), Set.of(), ROSA)).isInstanceOf(VoidReply.Voided.class);
    Booking late = behindOurBack(view(lost.id()).order());
    isLookedForAgain(lost.id());
    eventually(() -> voided() == 2);
    assertThat(view(lost.id()).state()).isEqualTo(ShipmentState.VOIDED);
    assertThat(alerted()).containsExactly("SHIPMENT_ORPHANED " + orphan(late).id());
  }

  @Test
  void looksTwoTimesMoreAndThenNeverAgain() throws Exception {
    ups().cutsNextAfterWork("ship");
    ShipmentView lost = pending(command(Goods.parcel()));
    looksUntil(lost.id(), ShipmentState.CREATED);
    isLookedForAgain(lost.id());
    isLookedForAgain(lost.id());
    assertThat(due(lost.id())).isNull();
    ShipmentView certain = made(Goods.parcelFor("Charles Babbage"));
    assertThat(due(certain.id())).as("no answer was lost").isNull();
  }

  /** Its next look has come, be it in an hour or in a day. */
  private void isLookedForAgain(long id) throws Exception {
    String before = due(id);
    assertThat(before).isNotNull();
    execute(
        "update shipment set created_at = created_at - interval '22' hour,"
            + " due_at = created_at - interval '30' hour where id = "
            + id);
    eventually(
        () -> {
          reconciler.go();
          return texts("select id from shipment where due_at < created_at and id = " + id)
              .isEmpty();
        });
    // Should another round be at it just now, this one waits for its end.
    reconciler.go();
    assertThat(due(id)).isNotEqualTo(before);
  }

  private String due(long id) {
    return texts("select due_at from shipment where id = " + id).getFirst();
  }

  @Test
  void endsWhereNobodyCanAskAnyMoreAndTellsPeople() throws Exception {
    ups().cutsNextAfterWork("ship");
    ShipCommand command = command(Goods.parcel());
    ShipmentView lost = pending(command);
    accounts.delete(account, ROSA);
    looksUntil(lost.id(), ShipmentState.UNRESOLVED);
    assertThat(due(lost.id())).isNull();
    assertThat(view(lost.id()).said().text()).contains("A1B2C3", "deleted");
    assertThat(alerted()).containsExactly("SHIPMENT_UNRESOLVED " + lost.id());
    assertThat(audited()).containsExactly("SHIPMENT_UNKNOWN", "SHIPMENT_UNRESOLVED");
    assertThat(shipping.ship(command, ROSA))
        .as("never made a second time by itself")
        .isInstanceOf(ShipAnswer.Pending.class);
    assertThat(booked()).isEqualTo(1);
  }

  @Test
  void endsAVoidingThatNobodyCanAskForAnyMore() throws Exception {
    ShipmentView made = made(Goods.parcel());
    ups().answersNext("void", 503, 50);
    assertThat(shipping.takeBack(made.id(), Set.of(), ROSA)).isInstanceOf(VoidReply.Pending.class);
    accounts.delete(account, ROSA);
    looksUntil(made.id(), ShipmentState.VOID_REFUSED);
    assertThat(view(made.id()).packages())
        .allSatisfy(piece -> assertThat(piece.state()).isEqualTo(PieceState.VOID_REFUSED));
    assertThat(alerted()).containsExactly("SHIPMENT_UNRESOLVED " + made.id());
  }

  @Test
  void takesUpWhatCouldNotBeFoundOutOnceItsNumberIsConnectedAgain() throws Exception {
    ups().cutsNextAfterWork("ship");
    ShipCommand command = command(Goods.parcel());
    ShipmentView lost = unresolved(command);
    reopening.go();
    assertThat(view(lost.id()).state()).as("nobody can ask").isEqualTo(ShipmentState.UNRESOLVED);
    ups().answersNext("recover", 503, 500);
    long heir = connectAgain();
    ShipCommand byHand = new ShipCommand("by-hand", heir, Goods.parcel());
    assertThat(shipping.ship(byHand, ROSA))
        .as("as long as it is not known")
        .isInstanceOfSatisfying(
            ShipAnswer.Held.class, held -> assertThat(held.unknown().id()).isEqualTo(lost.id()));
    ups().dropsPreparedAnswers();
    reopening.go();
    looksUntil(lost.id(), ShipmentState.CREATED);
    eventually(() -> view(lost.id()).row().account() == heir);
    assertThat(alerted()).isEmpty();
    assertThat(booked()).isEqualTo(1);
    assertThat(audited())
        .containsExactly(
            "SHIPMENT_UNKNOWN",
            "SHIPMENT_UNRESOLVED",
            "SHIPMENT_UNKNOWN",
            "SHIPMENT_CREATED",
            "SHIPMENTS_INHERITED");
    assertThat(shipping.ship(command, ROSA)).isInstanceOf(ShipAnswer.Made.class);
    assertThat(shipping.labels(lost.id(), DocumentFormat.ZPL, ROSA)).hasSize(1);
    assertThat(shipping.takeBack(lost.id(), Set.of(), ROSA)).isInstanceOf(VoidReply.Voided.class);
    assertThat(hasDuplicates()).isFalse();
  }

  @Test
  void saysNotCreatedOnceItsNumberIsConnectedAgain() throws Exception {
    ups().cutsNextBeforeWork("ship");
    ShipCommand command = command(Goods.parcel());
    ShipmentView lost = unresolved(command);
    connectAgain();
    reopening.go();
    isOld(lost.id());
    looksUntil(lost.id(), ShipmentState.NOT_CREATED);
    assertThat(alerted()).isEmpty();
    assertThat(shipping.ship(command, ROSA)).isInstanceOf(ShipAnswer.NotCreated.class);
    assertThat(booked()).isZero();
  }

  @Test
  void asksByTheNewAccountWhenTheOldOneWasDeletedMeanwhile() throws Exception {
    ups().answersNext("recover", 503, 500);
    ups().cutsNextAfterWork("ship");
    ShipmentView lost = pending(command(Goods.parcel()));
    ShipmentView made = made(Goods.parcelFor("Charles Babbage"));
    ups().answersNext("void", 503, 500);
    assertThat(shipping.takeBack(made.id(), Set.of(), ROSA)).isInstanceOf(VoidReply.Pending.class);
    accounts.delete(account, ROSA);
    long heir = connectAgain();
    ups().dropsPreparedAnswers();
    looksUntil(lost.id(), ShipmentState.CREATED);
    looksUntil(made.id(), ShipmentState.VOIDED);
    eventually(() -> view(made.id()).row().account() == heir);
    assertThat(alerted()).isEmpty();
  }

  @Test
  void takesNothingUpThatUpsMayHaveForgotten() throws Exception {
    ups().cutsNextAfterWork("ship");
    ShipmentView lost = unresolved(command(Goods.parcel()));
    execute("update shipment set requested_at = requested_at - interval '31' day");
    connectAgain();
    reopening.go();
    assertThat(view(lost.id()).state()).isEqualTo(ShipmentState.UNRESOLVED);
  }

  @Test
  void isTakenUpByOneNodeOnly() throws Exception {
    ups().cutsNextAfterWork("ship");
    unresolved(command(Goods.parcel()));
    ups().answersNext("recover", 503, 500);
    connectAgain();
    Reopening.Unresolved ours = new Reopening.Unresolved("UPS", "A1B2C3");
    try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        counts.add(nodes.submit(() -> looks.reopen(ours, 10)));
      }
      for (Future<Integer> count : counts) {
        count.get();
      }
    }
    assertThat(looks.unresolved()).isEmpty();
    assertThat(audited())
        .containsExactly("SHIPMENT_UNKNOWN", "SHIPMENT_UNRESOLVED", "SHIPMENT_UNKNOWN");
  }

  private ShipmentView unresolved(ShipCommand command) throws Exception {
    ShipmentView lost = pending(command);
    accounts.delete(account, ROSA);
    looksUntil(lost.id(), ShipmentState.UNRESOLVED);
    assertThat(alerted()).containsExactly("SHIPMENT_UNRESOLVED " + lost.id());
    return lost;
  }

  private long connectAgain() {
    return Connected.account(registration, ups(), "alice", "A1B2C3", ROSA);
  }

  @Test
  void doesNothingAboutAnAnswerThatWasFoundBefore() throws Exception {
    Begun.Mine slow = requested();
    Booking answer = behindOurBack(slow.order());
    looksUntil(slow.shipment(), ShipmentState.CREATED);
    storing.keep(slow.shipment(), answer, socket.voidPeriod(), ROSA);
    assertThat(view(slow.shipment()).documents()).hasSize(1);
    assertThat(audited()).containsExactly("SHIPMENT_UNKNOWN", "SHIPMENT_CREATED");
  }

  @Test
  void storesWhenTheDatabaseComesBack() throws Exception {
    ups().isSlow("ship", Duration.ofSeconds(6));
    ShipCommand command = command(Goods.parcel());
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<ShipAnswer> answer = thread.submit(() -> shipping.ship(command, ROSA));
      eventually(() -> ups().count("ship") == 1);
      execute("alter table shipment_package rename to shipment_package_away");
      try {
        assertThat(answer.get()).isInstanceOf(ShipAnswer.Pending.class);
      } finally {
        execute("alter table shipment_package_away rename to shipment_package");
      }
    }
    eventually(() -> shipping.ship(command, ROSA) instanceof ShipAnswer.Made);
    ShipmentView stored = ((ShipAnswer.Made) shipping.ship(command, ROSA)).shipment();
    assertThat(stored.published()).as("from memory, with its price").isNotNull();
    assertThat(booked()).isEqualTo(1);
  }

  @Test
  void isTakenUpByOneNodeAtATime() throws Exception {
    List<Long> due = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      due.add(requested().shipment());
    }
    ups().answersNext("recover", 503, 1_000);
    execute("update shipment set due_at = requested_at");
    List<Long> claimed = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<List<Look>>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(threads.submit(() -> looks.claim(20, Duration.ofMinutes(5))));
      }
      for (Future<List<Look>> some : all) {
        some.get().forEach(look -> claimed.add(look.shipment()));
      }
    }
    assertThat(claimed).doesNotHaveDuplicates().isSubsetOf(due);
  }

  @Test
  void storesALabelWithAPriceThatCanNotBeTrue() {
    Begun.Mine mine = requested();
    Booking told = behindOurBack(mine.order());
    Charges absurd = charges(Money.of("1234567890123456.123456", "USD"), 5_000);
    storing.keep(
        mine.shipment(),
        new Booking(
            told.shipmentNumber(),
            told.parcels(),
            absurd,
            absurd,
            null,
            List.of(),
            null,
            List.of(),
            ""),
        socket.voidPeriod(),
        ROSA);
    ShipmentView stored = view(mine.shipment());
    assertThat(stored.state()).isEqualTo(ShipmentState.CREATED);
    assertThat(stored.documents()).hasSize(1);
    assertThat(stored.published().total()).isEqualTo(absurd.total());
    assertThat(stored.row().price()).isNull();
  }

  private static Charges charges(Money total, int surcharges) {
    Charges.Surcharge each = new Charges.Surcharge("375", "Fuel", total);
    List<Charges.Surcharge> all = Collections.nCopies(surcharges, each);
    return new Charges(total, null, null, null, all, List.of(), null);
  }
}
