package org.supercargo.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Document;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Tracking;
import org.supercargo.carrier.TrackingState;

/** What is kept of an answer of tracking. */
class StoryTest {
  private static final Document LETTER =
      new Document("Proof of delivery", DocumentFormat.HTML, new byte[5_000]);

  private static final Story STORY =
      new Story(
          List.of(
              new Tracking(
                  "1Z1",
                  null,
                  TrackingState.DELIVERED,
                  new CarrierMessage("FS", "Delivered"),
                  null,
                  null,
                  List.of(),
                  null,
                  new Tracking.Delivery(null, null, "ADA", "FRONT DOOR", null, LETTER),
                  List.of())),
          null,
          false);

  @Test
  void keepsTheProofsThatFit() {
    Story kept = Json.read(STORY.text(1_000_000), Story.class);
    assertThat(kept).isEqualTo(STORY);
    assertThat(kept.proof("1Z1", DeliveryProof.LETTER)).contains(LETTER);
    assertThat(kept.proof("1Z1", DeliveryProof.SIGNATURE)).isEmpty();
    assertThat(kept.proof("1Z2", DeliveryProof.LETTER)).isEmpty();
  }

  @Test
  void leavesOutProofsThatAreTooLongAndNothingElse() {
    String text = STORY.text(3_000);
    assertThat(text).hasSizeLessThan(3_000);
    Tracking.Delivery delivery = Json.read(text, Story.class).parcels().getFirst().delivery();
    assertThat(delivery.proof()).isNull();
    assertThat(delivery.receivedBy()).isEqualTo("ADA");
    assertThat(delivery.location()).isEqualTo("FRONT DOOR");
  }
}
