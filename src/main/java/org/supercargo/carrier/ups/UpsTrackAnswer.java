package org.supercargo.carrier.ups;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Service;
import org.supercargo.carrier.Tracking;
import org.supercargo.carrier.TrackingAnswer;
import org.supercargo.carrier.TrackingEvent;
import org.supercargo.carrier.TrackingState;
import org.supercargo.carrier.Weight;

/** Reads where parcels are. */
record UpsTrackAnswer(UpsAnswer answer) {
  private static final String NO_PARCEL = "UPS's answer tells nothing of a parcel.";

  /**
   * What is known, or that nothing is: to UPS that is a success with one certain warning. With
   * another, or none, it says neither.
   *
   * @throws Unavailable when it is no answer of Tracking
   */
  static TrackingAnswer read(UpsAnswer answer, String transactionId) {
    UpsJson response = answer.json().at("trackResponse");
    if (!response.isObject()) {
      throw UpsErrors.unreadable(answer, UpsOperation.TRACK, NO_PARCEL);
    }
    UpsTrackAnswer reader = new UpsTrackAnswer(answer);
    List<UpsJson> shipments = response.list("shipment");
    List<Tracking> parcels =
        shipments.stream()
            .flatMap(
                shipment ->
                    shipment.list("package").stream()
                        .flatMap(parcel -> reader.parcel(shipment, parcel).stream()))
            .toList();
    if (!parcels.isEmpty()) {
      return new TrackingAnswer.Found(parcels, transactionId);
    }
    List<UpsJson> warnings =
        shipments.stream().flatMap(shipment -> shipment.list("warnings").stream()).toList();
    CarrierMessage said =
        UpsSaid.notices(answer, warnings, "code", "message").stream()
            .filter(UpsErrors::isNotTracked)
            .findFirst()
            .orElseThrow(() -> UpsErrors.unreadable(answer, UpsOperation.TRACK, NO_PARCEL));
    return new TrackingAnswer.NotFound(said, transactionId);
  }

  private Optional<Tracking> parcel(UpsJson shipment, UpsJson parcel) {
    List<UpsJson> activities = parcel.list("activity");
    UpsJson current = current(parcel, activities);
    TrackingState state = UpsStates.of(current);
    ZoneId zone = destination(parcel);
    return parcel
        .text("trackingNumber")
        .or(() -> shipment.text("inquiryNumber"))
        .map(
            number ->
                new Tracking(
                    number,
                    null,
                    state,
                    said(current),
                    service(parcel.at("service")),
                    weight(parcel.at("weight")),
                    activities.stream().map(this::event).toList(),
                    scheduled(parcel, zone),
                    state == TrackingState.DELIVERED ? delivery(parcel, activities, zone) : null,
                    references(parcel)));
  }

  /** Older answers have no currentStatus: then the newest activity's, or the bare code. */
  private static UpsJson current(UpsJson parcel, List<UpsJson> activities) {
    if (parcel.at("currentStatus").isObject()) {
      return parcel.at("currentStatus");
    }
    return activities.isEmpty() ? parcel : activities.get(0).at("status");
  }

  private CarrierMessage said(UpsJson status) {
    Optional<String> text =
        status
            .text("description")
            .or(() -> status.text("simplifiedTextDescription"))
            .or(() -> status.text("statusDescription"));
    return UpsSaid.message(answer, status.text("code").or(() -> status.text("statusCode")), text)
        .orElseGet(() -> new CarrierMessage("", ""));
  }

  private TrackingEvent event(UpsJson activity) {
    UpsJson address = activity.at("location").at("address");
    UpsJson status = activity.at("status");
    return new TrackingEvent(
        UpsStates.of(status),
        said(status),
        place(address),
        UpsTimes.moment(activity.text("date"), activity.text("time")).orElse(null),
        UpsTimes.offset(activity.text("gmtOffset"))
            .<ZoneId>map(offset -> offset)
            .orElseGet(() -> zone(address)));
  }

  private static @Nullable String place(UpsJson address) {
    String place =
        Stream.of("city", "stateProvince", "countryCode")
            .flatMap(name -> address.text(name).stream())
            .map(UpsTrackAnswer::plain)
            .collect(Collectors.joining(", "));
    return place.isEmpty() ? null : place;
  }

  private static @Nullable ZoneId zone(UpsJson address) {
    return UpsWords.zone(
        address.text("countryCode").orElse(null), address.text("stateProvince").orElse(null));
  }

  private static @Nullable ZoneId destination(UpsJson parcel) {
    return parcel.list("packageAddress").stream()
        .filter(each -> each.text("type").filter("DESTINATION"::equals).isPresent())
        .findFirst()
        .map(each -> zone(each.at("address")))
        .orElse(null);
  }

  private static @Nullable Service service(UpsJson service) {
    return service
        .text("description")
        .map(name -> new Service(plain(service.text("code").orElse("")), plain(name)))
        .orElse(null);
  }

  private static @Nullable Weight weight(UpsJson weight) {
    return weight
        .text("unitOfMeasurement")
        .flatMap(UpsCharges::unit)
        .flatMap(
            unit -> UpsCharges.number(weight.text("weight")).map(value -> new Weight(value, unit)))
        .orElse(null);
  }

  private static Tracking.@Nullable Scheduled scheduled(UpsJson parcel, @Nullable ZoneId zone) {
    Optional<LocalDate> moved = day(parcel, "RDD");
    UpsJson times = parcel.at("deliveryTime");
    boolean future = times.text("type").filter(type -> !type.equals("DEL")).isPresent();
    LocalTime from = future ? UpsTimes.time(times.text("startTime")).orElse(null) : null;
    LocalTime to = future ? UpsTimes.time(times.text("endTime")).orElse(null) : null;
    return moved
        .or(() -> day(parcel, "SDD"))
        .map(date -> new Tracking.Scheduled(date, from, to, zone, moved.isPresent()))
        .orElse(null);
  }

  private static Optional<LocalDate> day(UpsJson parcel, String type) {
    return parcel.list("deliveryDate").stream()
        .filter(date -> date.text("type").filter(type::equals).isPresent())
        .findFirst()
        .flatMap(date -> UpsTimes.date(date.text("date")));
  }

  private Tracking.Delivery delivery(
      UpsJson parcel, List<UpsJson> activities, @Nullable ZoneId zone) {
    UpsJson information = parcel.at("deliveryInformation");
    return new Tracking.Delivery(
        deliveredAt(parcel, activities).orElse(null),
        zone,
        information.text("receivedBy").map(UpsTrackAnswer::plain).orElse(null),
        information.text("location").map(UpsTrackAnswer::plain).orElse(null),
        UpsDocuments.drawn(information.at("signature"), "image", "Signature"),
        UpsDocuments.html(information.at("pod"), "content", "Proof of delivery"));
  }

  private static Optional<LocalDateTime> deliveredAt(UpsJson parcel, List<UpsJson> activities) {
    UpsJson times = parcel.at("deliveryTime");
    Optional<LocalTime> time =
        times.text("type").filter("DEL"::equals).isPresent()
            ? UpsTimes.time(times.text("endTime"))
            : Optional.empty();
    return day(parcel, "DEL")
        .flatMap(date -> time.map(date::atTime))
        .or(
            () ->
                activities.stream()
                    .filter(each -> UpsStates.of(each.at("status")) == TrackingState.DELIVERED)
                    .findFirst()
                    .flatMap(each -> UpsTimes.moment(each.text("date"), each.text("time"))));
  }

  private static List<String> references(UpsJson parcel) {
    return parcel.list("referenceNumber").stream()
        .flatMap(reference -> reference.text("number").stream())
        .map(UpsTrackAnswer::plain)
        .distinct()
        .toList();
  }

  private static String plain(String text) {
    return UpsText.message("", text, List.of()).text();
  }
}
