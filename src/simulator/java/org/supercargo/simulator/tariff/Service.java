package org.supercargo.simulator.tariff;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * UPS's services by origin. The same number names another product elsewhere, so prices go by
 * domestic or not, too. By is the time of day (HHmmss) until which it delivers, guaranteed when
 * before the day's end. Mark is what its 1Z numbers and labels carry.
 */
public record Service(
    String code, String name, String mark, int basePrice, int perPound, int days, String by) {
  private static final String END_OF_DAY = "230000";
  private static final BigDecimal BY_AIR = new BigDecimal("0.58");
  private static final BigDecimal BY_LAND = new BigDecimal("0.72");

  private static final Set<String> EUROPE =
      Set.of(
          "AT", "BE", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "HU", "IE", "IT", "MX", "NL", "PL",
          "PT", "SE");

  private static final List<Service> ALL =
      List.of(
          new Service("01", "UPS NEXT DAY AIR", "01", 6800, 240, 1, "103000"),
          new Service("02", "UPS 2ND DAY AIR", "02", 3400, 140, 2, END_OF_DAY),
          new Service("03", "UPS GROUND", "03", 1250, 45, 4, END_OF_DAY),
          new Service("07", "UPS WORLDWIDE EXPRESS", "66", 9800, 420, 2, "120000"),
          new Service("08", "UPS WORLDWIDE EXPEDITED", "67", 7900, 330, 4, END_OF_DAY),
          new Service("11", "UPS STANDARD", "68", 1900, 70, 3, END_OF_DAY),
          new Service("12", "UPS 3 DAY SELECT", "12", 2500, 95, 3, END_OF_DAY),
          new Service("13", "UPS NEXT DAY AIR SAVER", "13", 6100, 215, 1, "150000"),
          new Service("14", "UPS NEXT DAY AIR EARLY", "15", 10400, 260, 1, "080000"),
          new Service("54", "UPS WORLDWIDE EXPRESS PLUS", "54", 12900, 450, 2, "090000"),
          new Service("59", "UPS 2ND DAY AIR A.M.", "59", 4100, 155, 2, "120000"),
          new Service("65", "UPS WORLDWIDE SAVER", "04", 9100, 390, 2, "180000"),
          new Service("70", "UPS ACCESS POINT ECONOMY", "70", 1500, 55, 4, END_OF_DAY),
          new Service("82", "UPS TODAY STANDARD", "82", 900, 20, 1, END_OF_DAY),
          new Service("83", "UPS TODAY DEDICATED COURIER", "83", 1100, 25, 1, END_OF_DAY),
          new Service("85", "UPS TODAY EXPRESS", "85", 1300, 30, 1, END_OF_DAY),
          new Service("86", "UPS TODAY EXPRESS SAVER", "86", 1500, 35, 1, END_OF_DAY));

  /** Those that go from here to there, by number. */
  public static List<Service> between(Place from, Place to) {
    Set<String> offered = offered(from, to);
    return ALL.stream().filter(service -> offered.contains(service.code())).toList();
  }

  /** Whether it starts there at all, wherever it goes. */
  public static boolean isOfferedFrom(Place from, String code) {
    return domestic(from).contains(code) || abroad(from, from).contains(code);
  }

  public static Optional<Service> find(String code, Place from, Place to) {
    return between(from, to).stream().filter(service -> service.code().equals(code)).findFirst();
  }

  public LocalTime deliversBy() {
    return LocalTime.parse(by, DateTimeFormatter.ofPattern("HHmmss"));
  }

  public boolean isGuaranteed() {
    return !by.equals(END_OF_DAY);
  }

  /** What an account with negotiated rates pays of the published price. */
  BigDecimal discount() {
    return code.equals("03") || code.equals("11") ? BY_LAND : BY_AIR;
  }

  private static Set<String> offered(Place from, Place to) {
    if (from.country().equals(to.country())) {
      return domestic(from);
    }
    boolean united = from.isIn("US", "PR") && to.isIn("US", "PR");
    return united ? Set.of("01", "02", "03", "14") : abroad(from, to);
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
