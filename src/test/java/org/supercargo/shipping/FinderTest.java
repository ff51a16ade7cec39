package org.supercargo.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supercargo.carrier.Booking;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.CarrierShipping;
import org.supercargo.carrier.CarrierTracking;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Document;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.OrderProblem;
import org.supercargo.carrier.Recovery;
import org.supercargo.carrier.RecoveryQuestion;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.carrier.Tracking;
import org.supercargo.carrier.TrackingAnswer;
import org.supercargo.carrier.TrackingQuestion;
import org.supercargo.carrier.TrackingState;
import org.supercargo.carrier.VoidOrder;
import org.supercargo.carrier.Voiding;
import org.supercargo.carrier.WireLog;
import org.supercargo.shipping.gate.Lane;

class FinderTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final CarrierMessage SAID = new CarrierMessage("1", "said");
  private static final Recovery NOT_FOUND = new Recovery.NotFound(SAID);
  private static final Recovery NO_LABEL = new Recovery.NoLabel(SAID);

  private final Carrier carrier = new Carrier();
  private final Finder finder = new Finder();

  FinderTest() {
    finder.calls =
        new Calls() {
          @Override
          <T> T again(long account, Lane lane, Function<Credentials, T> call) {
            return call.apply(new Credentials(Secret.of("any"), Instant.MAX, 1));
          }
        };
    finder.sockets =
        new Sockets() {
          @Override
          CarrierShipping shipping(String name) {
            return carrier;
          }

          @Override
          CarrierTracking tracking(String name) {
            return carrier.tracking;
          }
        };
    finder.wires =
        new Wires() {
          @Override
          WireLog about(long account, @Nullable Long shipment) {
            return WireLog.none();
          }
        };
    finder.clock = Clock.fixed(NOW, ZoneOffset.UTC);
  }

  /** What the carrier says when it is asked for labels; by tracking only what was put there. */
  private static final class Carrier implements CarrierShipping {
    private Recovery byReference = NOT_FOUND;
    private @Nullable Rejected refusal;
    private final Map<String, Recovery> byNumber = new HashMap<>();
    private final List<String> tracked = new ArrayList<>();
    private final Tracker tracking = new Tracker();

    @Override
    public Recovery recover(Credentials credentials, RecoveryQuestion question, WireLog log) {
      if (refusal != null) {
        throw refusal;
      }
      return switch (question) {
        case RecoveryQuestion.ByReference reference -> byReference;
        case RecoveryQuestion.ByNumber(String number, DocumentFormat format) ->
            byNumber.getOrDefault(number, NOT_FOUND);
      };
    }

    @Override
    public String carrier() {
      return "UPS";
    }

    @Override
    public Set<DocumentFormat> labelFormats() {
      return Set.of(DocumentFormat.ZPL);
    }

    @Override
    public Duration voidPeriod() {
      return Duration.ofDays(28);
    }

    @Override
    public Duration longestCall() {
      return Duration.ofSeconds(60);
    }

    @Override
    public List<OrderProblem> problems(ShipmentOrder order) {
      return List.of();
    }

    @Override
    public Booking ship(Credentials credentials, ShipmentOrder order, WireLog log) {
      throw new AssertionError("nothing is made here");
    }

    @Override
    public Voiding voidShipment(Credentials credentials, VoidOrder order, WireLog log) {
      throw new AssertionError("nothing is voided here");
    }

    private final class Tracker implements CarrierTracking {
      @Override
      public String carrier() {
        return "UPS";
      }

      @Override
      public Optional<String> normalised(String typed) {
        return Optional.of(typed);
      }

      @Override
      public Optional<String> doubt(String trackingNumber) {
        return Optional.empty();
      }

      @Override
      public TrackingAnswer track(Credentials credentials, TrackingQuestion question, WireLog log) {
        return tracked.isEmpty()
            ? new TrackingAnswer.NotFound(SAID, "")
            : new TrackingAnswer.Found(tracked.stream().map(FinderTest::tracking).toList(), "");
      }
    }
  }

  private static Tracking tracking(String number) {
    return new Tracking(
        number, null, TrackingState.LABEL_MADE, SAID, null, null, List.of(), null, null, List.of());
  }

  private static Recovery labels(String shipment, String... numbers) {
    Document label = new Document("Label", DocumentFormat.ZPL, new byte[] {1});
    return new Recovery.Found(
        shipment,
        Stream.of(numbers).map(it -> new Booking.Labelled(it, label, List.of())).toList(),
        List.of(),
        "");
  }

  private Finder.Found found(int packages) {
    return found(packages, ShipmentState.UNKNOWN);
  }

  private Finder.Found found(int packages, ShipmentState state) {
    return finder.find(
        new Look(
            1,
            1,
            state,
            "UPS",
            1,
            "A1B2C3",
            "SC1",
            NOW,
            DocumentFormat.ZPL,
            packages,
            NOW.plusSeconds(20)));
  }

  /** Each as its number and its packages'. */
  private static List<String> told(Finder.Found found) {
    return ((Finder.Made) found)
        .bookings().stream()
            .map(
                it ->
                    it.shipmentNumber()
                        + it.parcels().stream().map(Booking.Labelled::trackingNumber).toList())
            .toList();
  }

  private void tracks(String... numbers) {
    carrier.tracked.addAll(List.of(numbers));
  }

  @Test
  void saysNothingOnlyWhenNeitherLabelsNorTrackingKnowIt() {
    assertThat(found(1)).isInstanceOf(Finder.Nothing.class);
    carrier.byReference = NO_LABEL;
    assertThatThrownBy(() -> found(1)).isInstanceOf(Unavailable.class);
    tracks("1Z1");
    assertThat(told(found(1))).containsExactly("1Z1[1Z1]");
  }

  @Test
  void takesNoOtherRefusalForAnAnswer() {
    carrier.refusal = new Rejected(SAID);
    tracks("1Z1");
    assertThatThrownBy(() -> found(1)).isSameAs(carrier.refusal);
  }

  @Test
  void tracksWhatCanNotBeAskedFor() {
    carrier.refusal = Rejected.notSent(List.of(new OrderProblem("reference", "is too long")));
    tracks("1Z1");
    assertThat(told(found(1))).containsExactly("1Z1[1Z1]");
  }

  @Test
  void takesNoMorePackagesWithoutLabelsThanWereOrderedForOneShipment() {
    tracks("1Z1", "1Z2");
    carrier.byNumber.put("1Z2", NO_LABEL);
    assertThat(told(found(2))).containsExactly("1Z1[1Z1, 1Z2]");
    assertThat(told(found(3))).containsExactly("1Z1[1Z1, 1Z2]");
  }

  @Test
  void takesTwoOfAnOrderOfOneForTwoShipments() {
    tracks("1Z1", "1Z2");
    assertThat(told(found(1))).containsExactly("1Z1[1Z1]", "1Z2[1Z2]");
  }

  @Test
  void leavesUnknownWhatItCanNotTellApart() {
    tracks("1Z1", "1Z2", "1Z3", "1Z4");
    assertThatThrownBy(() -> found(2))
        .isInstanceOf(Unavailable.class)
        .hasMessage("4 packages bear the reference of an order of 2.");
    assertThat(told(found(2, ShipmentState.CREATED))).hasSize(4);
  }

  @Test
  void keepsApartWhatTheCarrierNamesApart() {
    carrier.byReference =
        new Recovery.Several(
            List.of(
                new Recovery.Candidate("1Z1", null, null),
                new Recovery.Candidate("1Z2", null, null)));
    assertThat(told(found(2))).containsExactly("1Z1[1Z1]", "1Z2[1Z2]");
  }

  @Test
  void getsAllLabelsThoughTheSecondPackageIsNamedFirst() {
    carrier.byNumber.put("1Z1", labels("1Z1", "1Z1", "1Z2"));
    carrier.byNumber.put("1Z2", labels("1Z1", "1Z2"));
    tracks("1Z2", "1Z1");
    assertThat(told(found(2))).containsExactly("1Z1[1Z1, 1Z2]");
    carrier.tracked.remove("1Z1");
    assertThat(told(found(2))).as("the first is not named").containsExactly("1Z1[1Z1, 1Z2]");
  }

  @Test
  void putsPackagesWithoutLabelsToThoseThatHaveOne() {
    carrier.byNumber.put("1Z1", labels("1Z1", "1Z1"));
    tracks("1Z1", "1Z2");
    assertThat(told(found(2))).containsExactly("1Z1[1Z1, 1Z2]");
    assertThat(told(found(1))).containsExactly("1Z1[1Z1]", "1Z2[1Z2]");
  }

  @Test
  void tellsShipmentsWithLabelsApart() {
    carrier.byNumber.put("1Z1", labels("1Z1", "1Z1"));
    carrier.byNumber.put("1Z2", labels("1Z2", "1Z2"));
    tracks("1Z1", "1Z2", "1Z3");
    assertThat(told(found(3))).containsExactly("1Z1[1Z1]", "1Z2[1Z2]", "1Z3[1Z3]");
  }

  @Test
  void saysThatAllIsVoidedOnlyWhenNothingElseIsFound() {
    carrier.byNumber.put("1Z1", new Recovery.Voided(SAID));
    tracks("1Z1");
    assertThat(found(1)).isEqualTo(new Finder.Voided(SAID));
    tracks("1Z2");
    assertThat(told(found(2))).containsExactly("1Z2[1Z2]");
  }
}
