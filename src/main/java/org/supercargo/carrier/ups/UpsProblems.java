package org.supercargo.carrier.ups;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.OrderProblem;

/** Collects what is wrong with a question or an order, field by field. */
final class UpsProblems {
  private final List<OrderProblem> found = new ArrayList<>();

  List<OrderProblem> found() {
    return List.copyOf(found);
  }

  void hold(boolean condition, String field, String words) {
    if (!condition) {
      found.add(new OrderProblem(field, words));
    }
  }

  /** At least one character, and at most so many. */
  void text(@Nullable String text, int longest, String field) {
    hold(text != null && !text.isBlank(), field, "is missing");
    atMost(text, longest, field);
  }

  /** Many characters, and none that neither a label nor a database can keep. */
  void atMost(@Nullable String text, int longest, String field) {
    hold(
        text == null || text.chars().noneMatch(UpsProblems::isControl),
        field,
        "has characters that can't be printed");
    hold(
        text == null || text.strip().length() <= longest,
        field,
        "is longer than %d characters".formatted(longest));
  }

  void account(@Nullable String number, String field) {
    hold(
        number != null && number.matches("[0-9A-Z]{6}"),
        field,
        "is no UPS account number of six letters and digits");
  }

  void country(String country, String field) {
    hold(country.matches("[A-Z]{2}"), field, "is no country code of two letters");
  }

  /** Not what breaks a memo into lines, or was pasted from a spreadsheet. */
  private static boolean isControl(int character) {
    return Character.isISOControl(character) && "\n\r\t".indexOf(character) < 0;
  }
}
