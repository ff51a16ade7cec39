package org.supercargo.simulator.rating;

import java.util.List;
import java.util.Set;
import org.supercargo.simulator.http.UpsProblem;

/**
 * UPS's services by origin. The same number names another product elsewhere, so prices go by
 * domestic or not, too.
 */
record Service(String code, int basePrice, int perPound, int days) {
  private static final Set<String> EUROPE =
      Set.of(
          "AT", "BE", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "HU", "IE", "IT", "MX", "NL", "PL",
          "PT", "SE");

  private static final List<Service> ALL =
      List.of(
          new Service("01", 6800, 240, 1),
          new Service("02", 3400, 140, 2),
          new Service("03", 1250, 45, 4),
          new Service("07", 9800, 420, 2),
          new Service("08", 7900, 330, 4),
          new Service("11", 1900, 70, 3),
          new Service("12", 2500, 95, 3),
          new Service("13", 6100, 215, 1),
          new Service("14", 10400, 260, 1),
          new Service("54", 12900, 450, 1),
          new Service("59", 4100, 155, 2),
          new Service("65", 9100, 390, 2),
          new Service("70", 1500, 55, 4),
          new Service("82", 900, 20, 1),
          new Service("83", 1100, 25, 1),
          new Service("85", 1300, 30, 1),
          new Service("86", 1500, 35, 1));

  /** Those that go from here to there, by number. */
  static List<Service> between(Place from, Place to) {
    Set<String> offered = from.country().equals(to.country()) ? domestic(from) : abroad(from, to);
    return ALL.stream().filter(service -> offered.contains(service.code())).toList();
  }

  static Service of(String code, Place from, Place to) {
    boolean fromHere = domestic(from).contains(code) || abroad(from, from).contains(code);
    if (!fromHere) {
      throw UpsProblem.badRequest(
          "111100", "The requested service is invalid from the selected origin.");
    }
    return between(from, to).stream()
        .filter(service -> service.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                UpsProblem.badRequest(
                    "111210",
                    "The requested service is unavailable between the selected locations."));
  }

  private static Set<String> domestic(Place from) {
    return switch (from.country()) {
      case "US" -> Set.of("01", "02", "03", "12", "13", "14", "59");
      case "PR" -> Set.of("01", "02", "03", "14");
      case "CA" -> Set.of("01", "02", "11", "12", "13", "14");
      case "PL" -> Set.of("07", "08", "11", "54", "65", "70", "82", "83", "85", "86");
      default ->
          EUROPE.contains(from.country())
              ? Set.of("07", "08", "11", "54", "65", "70")
              : Set.of("07", "65");
    };
  }

  /** Standard (11) crosses the borders that lorries cross. */
  private static Set<String> abroad(Place from, Place to) {
    boolean byRoad =
        (Set.of("US", "CA").contains(from.country())
                && Set.of("US", "CA", "MX").contains(to.country()))
            || (EUROPE.contains(from.country()) && EUROPE.contains(to.country()));
    return byRoad ? Set.of("07", "08", "11", "54", "65") : Set.of("07", "08", "54", "65");
  }
}
