package org.supercargo.simulator.tariff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.supercargo.simulator.http.Json;

/** When a shipment arrives: business days only, Monday to Friday, no holidays. */
public record Transit(LocalDate pickup, int businessDays) {
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

  public static boolean isBusinessDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  public LocalDate arrival() {
    LocalDate day = pickup;
    for (int left = businessDays; left > 0; ) {
      day = day.plusDays(1);
      left -= isBusinessDay(day) ? 1 : 0;
    }
    return day;
  }

  /** As Rating tells it. */
  public Map<String, Object> asJson(Service service, String billType) {
    LocalDate arrival = arrival();
    long days = arrival.toEpochDay() - pickup.toEpochDay();
    Map<String, Object> estimated =
        Json.object(
            "Arrival", moment(arrival, service.by()),
            "BusinessDaysInTransit", String.valueOf(businessDays),
            "Pickup", moment(pickup, "180000"),
            "DayOfWeek", arrival.getDayOfWeek().name().substring(0, 3),
            "CustomerCenterCutoff", "170000",
            "RestDays", String.valueOf(days - businessDays),
            "TotalTransitDays", String.valueOf(days));
    Map<String, Object> summary =
        Json.object(
            "Service",
            Json.object("Description", service.name()),
            "GuaranteedIndicator",
            service.isGuaranteed() ? "" : null,
            "EstimatedArrival",
            estimated);
    return Json.object(
        "PickupDate", DATE.format(pickup), "PackageBillType", billType, "ServiceSummary", summary);
  }

  private static Map<String, Object> moment(LocalDate date, String time) {
    return Json.object("Date", DATE.format(date), "Time", time);
  }
}
