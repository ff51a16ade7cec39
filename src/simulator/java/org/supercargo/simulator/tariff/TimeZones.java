package org.supercargo.simulator.tariff;

import java.time.ZoneId;
import java.util.Map;

/** The time zone that most of a state or country lives in. */
public final class TimeZones {
  private static final Map<String, String> CENTRAL_TO_PACIFIC =
      Map.ofEntries(
          Map.entry("AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI", "America/Chicago"),
          Map.entry("CO ID MT NM UT WY", "America/Denver"),
          Map.entry("AZ", "America/Phoenix"),
          Map.entry("CA NV OR WA", "America/Los_Angeles"),
          Map.entry("AK", "America/Anchorage"),
          Map.entry("HI", "Pacific/Honolulu"));

  private static final Map<String, String> BY_COUNTRY =
      Map.ofEntries(
          Map.entry("PR", "America/Puerto_Rico"),
          Map.entry("CA", "America/Toronto"),
          Map.entry("MX", "America/Mexico_City"),
          Map.entry("GB", "Europe/London"),
          Map.entry("IE", "Europe/Dublin"),
          Map.entry("PT", "Europe/Lisbon"),
          Map.entry("FI", "Europe/Helsinki"),
          Map.entry("JP", "Asia/Tokyo"),
          Map.entry("CN", "Asia/Shanghai"),
          Map.entry("AU", "Australia/Sydney"));

  private TimeZones() {}

  public static ZoneId of(Place place) {
    String zone =
        place.country().equals("US")
            ? CENTRAL_TO_PACIFIC.entrySet().stream()
                .filter(entry -> !place.state().isEmpty() && entry.getKey().contains(place.state()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("America/New_York")
            : BY_COUNTRY.getOrDefault(place.country(), "Europe/Berlin");
    return ZoneId.of(zone);
  }
}
