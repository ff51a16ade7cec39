package org.supercargo.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierException;
import org.supercargo.carrier.CarrierException.Rejected;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.CarrierTracking;
import org.supercargo.carrier.Document;
import org.supercargo.carrier.Tracking;
import org.supercargo.carrier.TrackingAnswer;
import org.supercargo.carrier.TrackingQuestion;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;
import org.supercargo.shipping.gate.Lane;

/** Where parcels are: from what was heard lately, else from the carrier. */
@ApplicationScoped
class Tracker {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int LOOK_BACK_DAYS = 90;
  private static final int PATIENCE = 40;
  private static final Duration BREATH = Duration.ofMillis(250);

  @Inject Snapshots snapshots;
  @Inject Consignors consignors;
  @Inject Calls calls;
  @Inject Sockets sockets;
  @Inject Wires wires;
  @Inject Settings settings;
  @Inject Clock clock;

  TrackingView number(long account, String typed, @Nullable Long shipment) {
    Consignor consignor = consignors.of(account);
    CarrierTracking socket = sockets.tracking(consignor.carrier());
    Optional<String> number = socket.normalised(typed);
    if (number.isEmpty()) {
      CarrierMessage said = new CarrierMessage("", "That can't be a tracking number.");
      return new TrackingView(typed, List.of(), said, true, null, null);
    }
    String subject = subject(consignor, number.get());
    TrackingQuestion question = new TrackingQuestion.ByNumber(number.get(), true);
    return view(
        number.get(), socket.doubt(number.get()), known(subject, consignor, question, shipment));
  }

  private static String subject(Consignor consignor, String number) {
    return consignor.carrier() + ":" + number;
  }

  /** From what was heard last: asks nobody. */
  Optional<Document> proof(long account, String typed, DeliveryProof which) {
    return consignors
        .find(account)
        .flatMap(
            consignor ->
                sockets
                    .tracking(consignor.carrier())
                    .normalised(typed)
                    .flatMap(number -> snapshots.last(subject(consignor, number))))
        .flatMap(snapshot -> snapshot.story().proof(typed, which));
  }

  TrackingView reference(long account, String reference) {
    Consignor consignor = consignors.of(account);
    String wanted = reference.strip();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    TrackingQuestion question =
        new TrackingQuestion.ByReference(
            wanted, consignor.number(), today.minusDays(LOOK_BACK_DAYS), today.plusDays(1));
    String subject =
        "%s:%s:%s"
            .formatted(consignor.carrier(), consignor.number(), wanted.toUpperCase(Locale.ROOT));
    return view(wanted, Optional.empty(), known(subject, consignor, question, null));
  }

  private static TrackingView view(
      String subject, Optional<String> doubt, Snapshots.Snapshot snapshot) {
    Story story = snapshot.story();
    return new TrackingView(
        subject,
        story.parcels(),
        story.said(),
        story.invalid(),
        doubt.orElse(null),
        snapshot.heardAt());
  }

  private Snapshots.Snapshot known(
      String subject, Consignor consignor, TrackingQuestion question, @Nullable Long shipment) {
    Duration pause = settings.get(Keys.TRACKING_PAUSE);
    if (snapshots.isMyTurn(subject, pause)) {
      ask(subject, pause, consignor, question, shipment);
    }
    return snapshots.last(subject).orElseGet(() -> awaited(subject));
  }

  /**
   * What the carrier says is stored; when it says nothing, what was heard before is good enough.
   * Whatever fails, another one may soon ask.
   */
  private void ask(
      String subject,
      Duration pause,
      Consignor from,
      TrackingQuestion question,
      @Nullable Long shipment) {
    try {
      snapshots.heard(subject, story(from, question, shipment));
    } catch (CarrierException silent) {
      snapshots.failed(subject, pause, SOON);
      if (snapshots.last(subject).isEmpty()) {
        throw silent;
      }
    } catch (RuntimeException broken) {
      snapshots.failed(subject, pause, SOON);
      throw broken;
    }
  }

  private Story story(Consignor from, TrackingQuestion question, @Nullable Long shipment) {
    try {
      TrackingAnswer answer =
          calls.again(
              from.account(),
              Lane.RATE,
              credentials ->
                  sockets
                      .tracking(from.carrier())
                      .track(credentials, question, wires.about(from.account(), shipment)));
      return switch (answer) {
        case TrackingAnswer.Found(List<Tracking> parcels, String id) ->
            new Story(parcels, null, false);
        case TrackingAnswer.NotFound(CarrierMessage said, String id) ->
            new Story(List.of(), said, false);
      };
    } catch (Rejected noNumber) {
      return new Story(List.of(), noNumber.said(), true);
    }
  }

  /** Somebody else is asking for the first time. */
  private Snapshots.Snapshot awaited(String subject) {
    for (int i = 0; i < PATIENCE; i++) {
      Pause.of(BREATH);
      Optional<Snapshots.Snapshot> heard = snapshots.last(subject);
      if (heard.isPresent()) {
        return heard.get();
      }
    }
    throw new Unavailable(new CarrierMessage("", "Tracking is being asked; look again soon."));
  }
}
