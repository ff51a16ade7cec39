package org.supercargo.simulator.classic;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.supercargo.simulator.http.Fields;
import org.supercargo.simulator.http.UpsProblem;

/**
 * Required fields and lengths, as the specification has them. The codes are those of UPS's older,
 * numbered table: UPS publishes none for the JSON APIs, and clients may rely on no more than the
 * status 400.
 */
public final class Checks {
  /** Well formed but not valid: for whatever the older table has no number of its own. */
  public static final String INVALID = "10002";

  private Checks() {}

  public static <T> T require(Optional<T> value, String code, String message) {
    return value.orElseThrow(() -> UpsProblem.badRequest(code, message));
  }

  public static void hold(boolean condition, String code, String message) {
    if (!condition) {
      throw UpsProblem.badRequest(code, message);
    }
  }

  public static LocalDate date(String text, String field) {
    try {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeParseException e) {
      throw UpsProblem.badRequest(INVALID, "Invalid %s: yyyyMMdd".formatted(field));
    }
  }

  public static void atMost(Fields fields, String name, int length, String code) {
    hold(
        fields.text(name).map(text -> text.length() <= length).orElse(true),
        code,
        "%s is longer than %d characters".formatted(name, length));
  }
}
