package org.supercargo.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.VoidOrder;
import org.supercargo.carrier.WireLog;

/** Taking back, honestly. */
class VoidIT extends InShipping {
  private VoidReply voided(ShipmentView shipment, String... numbers) {
    return shipping.takeBack(shipment.id(), Set.of(numbers), ROSA);
  }

  @Test
  void takesAShipmentBackAndKeepsItsRecord() {
    ShipmentView shipment = made(Goods.parcels(2, DocumentFormat.ZPL));
    assertThat(voided(shipment)).isInstanceOf(VoidReply.Voided.class);
    ShipmentView now = view(shipment.id());
    assertThat(now.state()).isEqualTo(ShipmentState.VOIDED);
    assertThat(now.endedAt()).isNotNull();
    assertThat(now.packages())
        .allSatisfy(piece -> assertThat(piece.state()).isEqualTo(PieceState.VOIDED));
    assertThat(voided()).isEqualTo(1);
    assertThat(voided(shipment)).as("again").isInstanceOf(VoidReply.Voided.class);
    assertThat(ups().count("void")).isEqualTo(1);
    assertThat(audited()).containsExactly("SHIPMENT_CREATED", "SHIPMENT_VOIDED");
  }

  @Test
  void countsWhatWasTakenBackElsewhereAsTakenBack() {
    ShipmentView shipment = made(Goods.parcel());
    accounts.use(
        account,
        credentials ->
            socket.voidShipment(
                credentials, VoidOrder.whole(shipment.row().number()), WireLog.none()));
    assertThat(voided(shipment)).isInstanceOf(VoidReply.Voided.class);
    assertThat(view(shipment.id()).state()).isEqualTo(ShipmentState.VOIDED);
  }

  @Test
  void saysWhyItWasRefusedAndGoesOnHolding() {
    ShipmentView shipment = made(Goods.parcel());
    ups().movesParcelsOnBy(Duration.ofDays(6));
    VoidReply.Refused no = (VoidReply.Refused) voided(shipment);
    assertThat(no.said().code()).isEqualTo("190102");
    assertThat(no.shipment().state()).isEqualTo(ShipmentState.VOID_REFUSED);
    assertThat(no.shipment().packages().getFirst().state()).isEqualTo(PieceState.VOID_REFUSED);
    assertThat(voided()).isZero();
    ups().movesParcelsOnBy(Duration.ZERO);
    assertThat(voided(shipment)).as("it may be tried again").isInstanceOf(VoidReply.Voided.class);
    assertThat(audited()).containsExactly("SHIPMENT_CREATED", "VOID_REFUSED", "SHIPMENT_VOIDED");
  }

  @Test
  void takesSinglePackagesBackUntilNoneIsLeft() {
    ShipmentView shipment = made(Goods.parcels(3, DocumentFormat.ZPL));
    String second = shipment.packages().get(1).trackingNumber();
    assertThat(voided(shipment, second)).isInstanceOf(VoidReply.Voided.class);
    ShipmentView part = view(shipment.id());
    assertThat(part.state()).isEqualTo(ShipmentState.CREATED);
    assertThat(part.packages())
        .extracting(ShipmentView.Piece::state)
        .containsExactly(PieceState.CREATED, PieceState.VOIDED, PieceState.CREATED);
    assertThat(shipping.labels(shipment.id(), DocumentFormat.ZPL, ROSA)).hasSize(2);
    assertThat(voided(shipment)).isInstanceOf(VoidReply.Voided.class);
    assertThat(view(shipment.id()).state()).isEqualTo(ShipmentState.VOIDED);
    assertThat(voided()).isEqualTo(1);
  }

  @Test
  void keepsTheWordForEachPackageWhenOneOfThemStays() {
    ShipmentView shipment = made(Goods.parcels(3, DocumentFormat.ZPL));
    List<String> numbers =
        shipment.packages().stream().map(ShipmentView.Piece::trackingNumber).toList();
    ups().answersNext("void", 200, voidedBut(numbers, numbers.get(1)));
    assertThat(voided(shipment)).isInstanceOf(VoidReply.Refused.class);
    ShipmentView now = view(shipment.id());
    assertThat(now.state()).isEqualTo(ShipmentState.VOID_REFUSED);
    assertThat(now.packages())
        .extracting(ShipmentView.Piece::state)
        .containsExactly(PieceState.VOIDED, PieceState.VOID_REFUSED, PieceState.VOIDED);
    assertThat(shipping.labels(shipment.id(), DocumentFormat.ZPL, ROSA)).hasSize(1);
  }

  private static String voidedBut(List<String> numbers, String stays) {
    String each = "{\"TrackingNumber\":\"%s\",\"Status\":{\"Code\":\"%s\",\"Description\":\"x\"}}";
    return numbers.stream()
        .map(number -> each.formatted(number, number.equals(stays) ? "0" : "1"))
        .collect(
            Collectors.joining(
                ",",
                "{\"VoidShipmentResponse\":{\"SummaryResult\":{\"Status\":{\"Code\":\"1\"}},"
                    + "\"PackageLevelResults\":[",
                "]}}"));
  }

  @Test
  void asksAgainWhenTheAnswerIsLost() throws Exception {
    ShipmentView shipment = made(Goods.parcel());
    ups().cutsNextAfterWork("void");
    assertThat(voided(shipment)).isInstanceOf(VoidReply.Pending.class);
    assertThat(voided()).isEqualTo(1);
    looksUntil(shipment.id(), ShipmentState.VOIDED);
    assertThat(audited()).containsExactly("SHIPMENT_CREATED", "SHIPMENT_VOIDED");
  }

  @Test
  void goesOnWhereADeadNodeStopped() throws Exception {
    ShipmentView shipment = made(Goods.parcel());
    execute(
        "update shipment set state = 'VOID_REQUESTED', due_at = requested_at where id = "
            + shipment.id());
    execute("update shipment_package set state = 'VOID_REQUESTED'");
    reconciler.go();
    eventually(() -> view(shipment.id()).state() == ShipmentState.VOIDED);
    assertThat(voided()).isEqualTo(1);
  }

  @Test
  void takesNothingBackThatIsNotThere() {
    Begun.Mine open = requested();
    assertThat(shipping.takeBack(open.shipment(), Set.of(), ROSA))
        .isInstanceOf(VoidReply.NotVoidable.class);
    ShipmentView shipment = made(Goods.parcel());
    assertThat(voided(shipment, "1ZA1B2C30300000000")).isInstanceOf(VoidReply.NotVoidable.class);
    assertThat(ups().count("void")).isZero();
  }

  @Test
  void listsWhatWasNotUsedWithItsDeadline() {
    ShipmentView unused = made(Goods.parcel());
    ShipmentView gone = made(Goods.parcel());
    voided(gone);
    ShipmentView seen = made(Goods.parcel());
    ups().movesParcelsOnBy(Duration.ofDays(4));
    assertThat(shipping.track(seen.id()).getFirst().parcels()).isNotEmpty();
    assertThat(shipping.list(ShipmentQuery.newest(10).unused(true)))
        .extracting(ShipmentRow::id)
        .containsExactly(unused.id());
    assertThat(view(seen.id()).row().usedAt()).isNotNull();
    execute("update shipment set voidable_until = requested_at where id = " + unused.id());
    assertThat(shipping.count(ShipmentQuery.newest(10).unused(true))).isZero();
  }
}
