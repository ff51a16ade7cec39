package org.supercargo.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.DocumentFormat;

/** People are taken out of shipments once nothing about these can change any more. */
class ForgottenShipmentIT extends InShipping {
  private static final int DAYS = 400;

  @Inject Sweep sweep;
  @Inject ForgetSteps forgetting;

  @Test
  void forgetsWhoSentAndGotWhatEndedLongAgo() {
    ShipCommand command = command(Goods.parcels(1, DocumentFormat.ZPL, "PO-4711"));
    ShipmentView made = ((ShipAnswer.Made) shipping.ship(command, ROSA)).shipment();
    ShipmentView voided = made(Goods.parcel());
    shipping.takeBack(voided.id(), Set.of(), ROSA);
    ShipmentView refused = made(Goods.parcel());
    execute(
        "update shipment set state = 'REJECTED', ended_at = created_at where id = " + refused.id());
    ages(500);
    ShipmentView young = made(Goods.parcel());
    assertThat(sweep.run(() -> {})).containsEntry("shipments forgotten", 3L);
    for (ShipmentView old : List.of(made, voided, refused)) {
      assertThat(stored(old.id()))
          .doesNotContain(
              "Ada", "1 Main St", "10036", "2125550100", "Harbor", "Rosa", "4045550123");
      assertThat(view(old.id()).isForgotten()).isTrue();
      assertThat(view(old.id()).state()).isNotEqualTo(ShipmentState.UNKNOWN);
    }
    assertThat(stored(young.id())).contains("Ada", "1 Main St");
    assertThat(view(young.id()).isForgotten()).isFalse();
    ShipmentView left = view(made.id());
    assertThat(left.row().references()).containsExactly("PO-4711");
    assertThat(left.row().number()).isEqualTo(made.row().number());
    assertThat(left.row().price()).isEqualTo(made.row().price());
    assertThat(left.row().toCity()).isEqualTo("New York");
    assertThat(left.published()).isEqualTo(made.published());
    assertThat(left.packages()).isEqualTo(made.packages());
    assertThat(shipping.list(ShipmentQuery.newest(10).bearing("po-4711"))).hasSize(1);
    assertThat(shipping.ship(command, ROSA))
        .isInstanceOfSatisfying(
            ShipAnswer.Made.class, same -> assertThat(same.shipment().id()).isEqualTo(made.id()));
  }

  @Test
  void forgetsTheLabelsWithTheAddressAndFetchesThemNoMore() {
    ShipmentView made = made(Goods.parcel());
    ages(500);
    execute("update shipment_document set stored_at = stored_at + interval '500' day");
    sweep.run(() -> {});
    assertThat(view(made.id()).documents())
        .singleElement()
        .satisfies(label -> assertThat(label.kept()).isFalse());
    assertThatThrownBy(() -> shipping.labels(made.id(), DocumentFormat.ZPL, ROSA))
        .isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> shipping.recover(made.id(), ROSA)).isInstanceOf(Rejected.class);
    assertThat(ups().count("recover")).isZero();
    assertThat(shipping.takeBack(made.id(), Set.of(), ROSA))
        .as("UPS is the one who says no")
        .isNotNull();
  }

  @Test
  void leavesAloneWhateverMayStillChange() {
    List<String> open =
        List.of(
            "state = 'REQUESTED'",
            "state = 'UNKNOWN'",
            "state = 'UNRESOLVED', ended_at = created_at",
            "state = 'VOID_REQUESTED'",
            "due_at = now() + interval '1' day",
            "voidable_until = now() - interval '399' day",
            "voidable_until = now() + interval '1' day",
            "state = 'VOIDED', ended_at = now() - interval '399' day",
            "state = 'NOT_CREATED', ended_at = created_at, due_at = now() + interval '1' day");
    for (String change : open) {
      ShipmentView shipment = made(Goods.parcelFor("Somebody " + open.indexOf(change)));
      execute(aged(500) + " where id = " + shipment.id());
      execute("update shipment set " + change + " where id = " + shipment.id());
      assertThat(forgetting.forget(DAYS, 100)).as(change).isZero();
    }
    execute(
        "update shipment set state = 'VOID_REFUSED', voidable_until = null, due_at = null,"
            + " created_at = requested_at");
    assertThat(forgetting.forget(DAYS, 100)).as("else nothing was tried").isEqualTo(open.size());
  }

  @Test
  void forgetsNothingWhereTheyAreKeptForEver() {
    made(Goods.parcel());
    ages(5_000);
    assertThat(forgetting.forget(0, 100)).isZero();
    assertThat(forgetting.forget(3_650, 100)).isEqualTo(1);
  }

  @Test
  void forgetsEachOnceSoManyAtATimeWhoeverElseIsAtIt() throws Exception {
    for (int i = 0; i < 7; i++) {
      made(Goods.parcel());
    }
    ages(500);
    assertThat(forgetting.forget(DAYS, 3)).isEqualTo(3);
    List<String> before = versions();
    int all = 0;
    try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        counts.add(nodes.submit(() -> forgetting.forget(DAYS, 2)));
      }
      for (Future<Integer> count : counts) {
        all += count.get();
      }
    }
    all += forgetting.forget(DAYS, 10);
    assertThat(all).isEqualTo(4);
    assertThat(versions()).as("the first ones were left alone").containsAll(before);
    assertThat(forgetting.forget(DAYS, 10)).isZero();
  }

  private List<String> versions() {
    return texts(
        "select id || ':' || version from shipment where forgotten_at is not null order by id");
  }

  private void ages(int days) {
    execute(aged(days));
  }

  private static String aged(int days) {
    String ago = " - interval '" + days + "' day";
    return "update shipment set requested_at = requested_at"
        + ago
        + ", created_at = created_at"
        + ago
        + ", voidable_until = voidable_until"
        + ago
        + ", ended_at = ended_at"
        + ago;
  }

  /** All that the row itself keeps as text. */
  private String stored(long id) {
    return texts(
            "select ordered || ' ' || to_name || ' ' || coalesce(charges, '') from shipment where id = "
                + id)
        .getFirst();
  }
}
