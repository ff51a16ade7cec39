package org.supercargo.simulator.tracking;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.supercargo.simulator.http.Json;
import org.supercargo.simulator.tariff.Place;
import org.supercargo.simulator.tariff.TimeZones;

/** Something that happened to a parcel; a label is made in a country, all else in a town. */
record Scan(Status status, Instant at, Place place) {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
  private static final DateTimeFormatter GMT_TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  Map<String, Object> asJson() {
    ZonedDateTime local = local();
    ZonedDateTime gmt = at.atZone(ZoneOffset.UTC);
    return Json.object(
        "location", Json.object("address", address(), "slic", slic()),
        "status", status.asJson(),
        "date", local.format(DATE),
        "time", local.format(TIME),
        "gmtDate", gmt.format(DATE),
        "gmtTime", gmt.format(GMT_TIME),
        "gmtOffset",
            local.getOffset().equals(ZoneOffset.UTC) ? "+00:00" : local.getOffset().getId());
  }

  ZonedDateTime local() {
    return at.atZone(TimeZones.of(place));
  }

  private Map<String, Object> address() {
    boolean town = status != Status.LABEL && status != Status.VOIDED;
    return Json.object(
        "city",
        town ? place.city() : null,
        "stateProvince",
        town && !place.state().isEmpty() ? place.state() : null,
        "countryCode",
        place.country(),
        "country",
        place.country());
  }

  /** The building's number; anything stable will do. */
  private String slic() {
    return "%04d".formatted(Math.floorMod((place.city() + place.postalCode()).hashCode(), 10_000));
  }
}
