package org.supercargo.shipping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Tracking;
import org.supercargo.carrier.TrackingState;

/** Where parcels are. */
class TrackIT extends InShipping {
  @Test
  void asksOnceInFiveMinutesHoweverManyLook() throws Exception {
    ShipmentView shipment = made(Goods.parcel());
    ups().isSlow("track", Duration.ofMillis(500));
    List<Future<List<TrackingView>>> looks = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (int i = 0; i < 16; i++) {
        looks.add(threads.submit(() -> shipping.track(shipment.id())));
      }
      for (Future<List<TrackingView>> look : looks) {
        assertThat(look.get().getFirst().parcels())
            .singleElement()
            .satisfies(it -> assertThat(it.state()).isEqualTo(TrackingState.LABEL_MADE));
      }
    }
    assertThat(ups().count("track")).isEqualTo(1);
    makeOld(4);
    shipping.track(shipment.id());
    assertThat(ups().count("track")).isEqualTo(1);
    ups().movesParcelsOnBy(Duration.ofDays(8));
    makeOld(6);
    TrackingView delivered = shipping.track(shipment.id()).getFirst();
    assertThat(delivered.parcels().getFirst().state()).isEqualTo(TrackingState.DELIVERED);
    assertThat(delivered.parcels().getFirst().events()).hasSizeGreaterThan(3);
    assertThat(ups().count("track")).isEqualTo(2);
  }

  private void makeOld(int minutes) {
    execute("update tracking_snapshot set asked_at = heard_at - interval '" + minutes + "' minute");
  }

  @Test
  void keepsSignatureAndLetterOfADeliveryAndAsksNobodyForThem() {
    ShipmentView shipment = made(Goods.signed());
    ups().movesParcelsOnBy(Duration.ofDays(14));
    String number = shipment.row().number();
    assertThat(shipping.proof(account, number, DeliveryProof.LETTER)).as("not heard").isEmpty();
    Tracking parcel = shipping.track(shipment.id()).getFirst().parcels().getFirst();
    assertThat(parcel.delivery().signature().format()).isEqualTo(DocumentFormat.GIF);
    assertThat(shipping.proof(account, number, DeliveryProof.SIGNATURE))
        .contains(parcel.delivery().signature());
    assertThat(shipping.proof(account, number, DeliveryProof.LETTER))
        .hasValueSatisfying(
            letter ->
                assertThat(new String(letter.bytes(), UTF_8))
                    .contains(number, "Proof of Delivery"));
    assertThat(shipping.proof(account, "1Z", DeliveryProof.LETTER)).isEmpty();
    assertThat(ups().count("track")).isEqualTo(1);
  }

  @Test
  void tellsNotFoundFromInvalid() {
    TrackingView none = shipping.track(account, "1ZA1B2C30300000000");
    assertThat(none.parcels()).isEmpty();
    assertThat(none.invalid()).isFalse();
    assertThat(none.said().code()).isEqualTo("TW0001");
    TrackingView refused = shipping.track(account, "1ZA1B2C3030000");
    assertThat(refused.invalid()).isTrue();
    assertThat(shipping.track(account, "!").invalid()).as("asks nobody").isTrue();
  }

  @Test
  void doubtsAWrongCheckDigitAndAsksAllTheSame() {
    String number = made(Goods.parcel()).row().number();
    assertThat(shipping.track(account, number).doubt()).isNull();
    char last = number.charAt(17) == '9' ? '0' : (char) (number.charAt(17) + 1);
    TrackingView wrong = shipping.track(account, number.substring(0, 17) + last);
    assertThat(wrong.doubt()).isNotNull();
    assertThat(wrong.heardAt()).isNotNull();
  }

  @Test
  void findsByReference() {
    ShipmentView shipment = made(Goods.parcels(1, DocumentFormat.ZPL, "PO-99"));
    assertThat(shipping.trackReference(account, "PO-99").parcels())
        .singleElement()
        .satisfies(it -> assertThat(it.trackingNumber()).isEqualTo(shipment.row().number()));
    assertThat(shipping.trackReference(account, "PO-98").parcels()).isEmpty();
  }

  @Test
  void goesOnWithWhatWasHeardWhileUpsIsSilent() {
    ShipmentView shipment = made(Goods.parcel());
    ups().answersNext("track", 503, 3);
    assertThatThrownBy(() -> shipping.track(shipment.id())).isInstanceOf(Unavailable.class);
    ups().dropsPreparedAnswers();
    execute("update tracking_snapshot set asked_at = asked_at - interval '6' minute");
    assertThat(shipping.track(shipment.id()).getFirst().parcels()).hasSize(1);
    execute("update tracking_snapshot set asked_at = asked_at - interval '6' minute");
    ups().answersNext("track", 503, 3);
    assertThat(shipping.track(shipment.id()).getFirst().parcels()).hasSize(1);
  }

  @Test
  void letsAnotherOneAskSoonWhenWhatWasHeardCouldNotBeKept() {
    ShipmentView shipment = made(Goods.parcel());
    execute("alter table tracking_snapshot add constraint keeps_nothing check (story is null)");
    try {
      assertThatThrownBy(() -> shipping.track(shipment.id())).isInstanceOf(RuntimeException.class);
    } finally {
      execute("alter table tracking_snapshot drop constraint keeps_nothing");
    }
    execute("update tracking_snapshot set asked_at = asked_at - interval '31' second");
    assertThat(shipping.track(shipment.id()).getFirst().parcels()).hasSize(1);
    assertThat(ups().count("track")).isEqualTo(2);
  }
}
