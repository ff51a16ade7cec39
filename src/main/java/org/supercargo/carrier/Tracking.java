package org.supercargo.carrier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier knows of one parcel.
 *
 * @param shipmentNumber the number it was asked by, or that of its shipment
 * @param said the carrier's own code and text of the current state
 * @param events newest first
 * @param scheduled when it is to be there; null when the carrier does not tell
 * @param delivery null while it is not delivered
 * @param references that were sent with the order
 */
public record Tracking(
    String trackingNumber,
    @Nullable String shipmentNumber,
    TrackingState state,
    CarrierMessage said,
    @Nullable Service service,
    @Nullable Weight weight,
    List<TrackingEvent> events,
    @Nullable Scheduled scheduled,
    @Nullable Delivery delivery,
    List<String> references) {

  /**
   * When a parcel is to be there, by the clock at the destination.
   *
   * @param from null when the carrier names a day or an end only
   * @param to null is by the end of the day
   * @param zone the destination's; null where it can't be told
   * @param rescheduled whether it was to be there on another day before
   */
  public record Scheduled(
      LocalDate date,
      @Nullable LocalTime from,
      @Nullable LocalTime to,
      @Nullable ZoneId zone,
      boolean rescheduled) {}

  /**
   * How a parcel was delivered.
   *
   * @param at by the clock at the destination
   * @param zone the destination's; null where it can't be told
   * @param receivedBy who signed
   * @param location where it was left, such as <i>Front Door</i>
   * @param signature a picture, when asked for and given
   * @param proof the carrier's letter of proof, when asked for and given
   */
  public record Delivery(
      @Nullable LocalDateTime at,
      @Nullable ZoneId zone,
      @Nullable String receivedBy,
      @Nullable String location,
      @Nullable Document signature,
      @Nullable Document proof) {}

  public Tracking {
    events = List.copyOf(events);
    references = List.copyOf(references);
  }

  /** The same without its pictures. */
  public Tracking withoutProofs() {
    return new Tracking(
        trackingNumber,
        shipmentNumber,
        state,
        said,
        service,
        weight,
        events,
        scheduled,
        delivery == null
            ? null
            : new Delivery(
                delivery.at(),
                delivery.zone(),
                delivery.receivedBy(),
                delivery.location(),
                null,
                null),
        references);
  }
}
