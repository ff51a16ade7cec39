package org.supercargo.carrier.ups;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.Service;

/** UPS's numbers in words, from the data files beside this class. */
final class UpsWords {
  private static final Properties SERVICES = file("services.properties");
  private static final Properties SURCHARGES = file("surcharges.properties");
  private static final Properties ZONES = file("zones.properties");

  private UpsWords() {}

  /** The same number is another product elsewhere: 01 is Next Day Air, but Express in Canada. */
  static Service service(String code, String origin, String told) {
    String name =
        Optional.ofNullable(SERVICES.getProperty(region(origin) + "." + code))
            .or(() -> Optional.ofNullable(SERVICES.getProperty("any." + code)))
            .orElseGet(() -> told.isEmpty() ? "UPS service " + code : told);
    return new Service(code, name);
  }

  static List<Service> services(String origin, String destination) {
    String codes = SERVICES.getProperty(lane(origin, destination), "");
    boolean reachable = origin.equals(destination) || isOnTheRoad(origin, destination);
    return words(codes)
        .filter(
            code -> reachable || words(SERVICES.getProperty("overland")).noneMatch(code::equals))
        .map(code -> service(code, origin, ""))
        .toList();
  }

  private static String lane(String origin, String destination) {
    if (origin.equals(destination)) {
      return region(origin) + ".domestic";
    }
    return isUnited(origin, destination) ? "united.domestic" : region(origin) + ".abroad";
  }

  /** Whether both belong to the United States, of which UPS takes Puerto Rico for a country. */
  static boolean isUnited(String origin, String destination) {
    List<String> united = words(SERVICES.getProperty("united")).toList();
    return united.contains(origin) && united.contains(destination);
  }

  private static boolean isOnTheRoad(String origin, String destination) {
    String road = SERVICES.getProperty(region(origin) + ".road", "");
    String countries = road.equals("EUROPE") ? SERVICES.getProperty("europe") : road;
    return words(countries).anyMatch(destination::equals);
  }

  private static Stream<String> words(@Nullable String text) {
    return Stream.of(String.valueOf(text).split(" ", -1)).filter(word -> !word.isEmpty());
  }

  /** UPS's own words before ours; it seldom has any. */
  static String surcharge(String code, String told) {
    return told.isEmpty() ? SURCHARGES.getProperty(code, "Surcharge " + code).strip() : told;
  }

  /** The zone that most of a state or country lives in; null where there is no such one. */
  static @Nullable ZoneId zone(@Nullable String country, @Nullable String state) {
    return Optional.ofNullable(ZONES.getProperty(country + "." + state))
        .or(() -> Optional.ofNullable(ZONES.getProperty(String.valueOf(country))))
        .map(ZoneId::of)
        .orElse(null);
  }

  static @Nullable ZoneId zone(Address address) {
    return zone(address.country(), address.state());
  }

  private static String region(String country) {
    return switch (country) {
      case "US", "PR", "CA", "PL", "MX" -> country;
      default -> words(SERVICES.getProperty("europe")).anyMatch(country::equals) ? "EU" : "other";
    };
  }

  private static Properties file(String name) {
    Properties properties = new Properties();
    try (InputStream in = Objects.requireNonNull(UpsWords.class.getResourceAsStream(name), name)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties;
  }
}
