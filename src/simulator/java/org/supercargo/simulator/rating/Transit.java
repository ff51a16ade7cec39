package org.supercargo.simulator.rating;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** When a shipment arrives: business days only, Monday to Friday, no holidays. */
record Transit(LocalDate pickup, int businessDays) {
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

  Map<String, Object> asJson() {
    LocalDate arrival = arrival();
    Map<String, Object> estimated = new LinkedHashMap<>();
    estimated.put("Arrival", moment(arrival, "230000"));
    estimated.put("BusinessDaysInTransit", String.valueOf(businessDays));
    estimated.put("Pickup", moment(pickup, "180000"));
    estimated.put("DayOfWeek", arrival.getDayOfWeek().name().substring(0, 3));
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("Service", Map.of("Description", ""));
    summary.put("EstimatedArrival", estimated);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("PickupDate", DATE.format(pickup));
    json.put("PackageBillType", "03");
    json.put("ServiceSummary", summary);
    return json;
  }

  private LocalDate arrival() {
    LocalDate day = pickup;
    for (int left = businessDays; left > 0; ) {
      day = day.plusDays(1);
      boolean weekend =
          day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
      left -= weekend ? 0 : 1;
    }
    return day;
  }

  private static Map<String, String> moment(LocalDate date, String time) {
    Map<String, String> moment = new LinkedHashMap<>();
    moment.put("Date", DATE.format(date));
    moment.put("Time", time);
    return moment;
  }
}
