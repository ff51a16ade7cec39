package org.supercargo.carrier.ups;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Arrival;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Charges;
import org.supercargo.carrier.Rate;
import org.supercargo.carrier.RateQuestion;
import org.supercargo.carrier.Rates;
import org.supercargo.carrier.Service;

/** Reads Rating's answer. */
final class UpsRateAnswer {
  /** From here on UPS means the end of the day. */
  private static final LocalTime END_OF_DAY = LocalTime.of(21, 0);

  private final UpsAnswer answer;
  private final RateQuestion question;
  private final List<CarrierMessage> notices;

  private UpsRateAnswer(UpsAnswer answer, RateQuestion question) {
    this.answer = answer;
    this.question = question;
    this.notices =
        new ArrayList<>(
            UpsSaid.notices(
                answer,
                answer.json().at("RateResponse").at("Response").list("Alert"),
                "Code",
                "Description"));
  }

  /**
   * All rates that have a price.
   *
   * @throws org.supercargo.carrier.CarrierException when there is none
   */
  static Rates read(UpsAnswer answer, RateQuestion question, String transactionId) {
    UpsRateAnswer reader = new UpsRateAnswer(answer, question);
    List<Rate> rates =
        answer.json().at("RateResponse").list("RatedShipment").stream()
            .flatMap(rated -> reader.rate(rated).stream())
            .toList();
    if (rates.isEmpty()) {
      throw UpsErrors.unreadable(
          answer, UpsOperation.RATE, "UPS's answer has no price that can be read.");
    }
    return new Rates(rates, reader.notices, transactionId);
  }

  private Optional<Rate> rate(UpsJson rated) {
    Service service = service(rated);
    Optional<Charges> published = UpsCharges.published(rated);
    if (published.isEmpty()) {
      notices.add(new CarrierMessage("", "UPS gave no price for " + service.name() + "."));
    }
    UpsJson transit = rated.at("TimeInTransit").at("ServiceSummary");
    UpsJson estimated = transit.at("EstimatedArrival");
    UpsJson guaranteed = rated.at("GuaranteedDelivery");
    return published.map(
        charges ->
            new Rate(
                service,
                charges,
                UpsCharges.negotiated(rated.at("NegotiatedRateCharges")).orElse(null),
                UpsCharges.weight(rated.at("BillingWeight")),
                arrival(estimated.at("Arrival")),
                days(estimated).or(() -> days(guaranteed)).orElse(null),
                guaranteed.isObject() || transit.has("GuaranteedIndicator"),
                rated.text("Zone").map(zone -> plain(zone)).orElse(null),
                notices(rated)));
  }

  private Service service(UpsJson rated) {
    UpsJson service = rated.at("Service");
    String told =
        service
            .text("Description")
            .or(
                () ->
                    rated
                        .at("TimeInTransit")
                        .at("ServiceSummary")
                        .at("Service")
                        .text("Description"))
            .orElse("");
    String origin = UpsParts.country(question.consignment().origin());
    return UpsWords.service(plain(service.text("Code").orElse("")), origin, plain(told));
  }

  private @Nullable Arrival arrival(UpsJson arrival) {
    Optional<LocalDate> date = UpsTimes.date(arrival.text("Date"));
    LocalTime time =
        UpsTimes.time(arrival.text("Time")).filter(it -> it.isBefore(END_OF_DAY)).orElse(null);
    return date.map(
            day -> new Arrival(day, time, UpsWords.zone(question.consignment().to().address())))
        .orElse(null);
  }

  private List<CarrierMessage> notices(UpsJson rated) {
    List<CarrierMessage> all = new ArrayList<>();
    for (String name : List.of("RatedShipmentAlert", "Disclaimer")) {
      all.addAll(UpsSaid.notices(answer, rated.list(name), "Code", "Description"));
    }
    return all;
  }

  private static Optional<Integer> days(UpsJson json) {
    return json.text("BusinessDaysInTransit")
        .filter(text -> text.matches("\\d{1,4}"))
        .map(Integer::valueOf);
  }

  private static String plain(String text) {
    return UpsText.message("", text, List.of()).text();
  }
}
