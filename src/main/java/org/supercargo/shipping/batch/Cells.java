package org.supercargo.shipping.batch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Money;

/**
 * One row's cells, read as what they should be. What can't be read is noted, and answered by
 * something harmless: a row with problems becomes no order.
 */
final class Cells {
  private static final Pattern POINT = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?|\\.\\d{1,6}");
  private static final Pattern COMMA = Pattern.compile("\\d{1,9}(,\\d{1,6})?|,\\d{1,6}");
  private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x");
  private static final Set<String> NO = Set.of("no", "n", "false", "0");

  private final Map<Column, String> texts;
  private final boolean decimalComma;
  private final List<RowProblem> problems = new ArrayList<>();

  /**
   * @param decimalComma whether {@code 2,5} may stand for two and a half: not where commas part the
   *     cells, since there it is a cell that somebody forgot to quote
   */
  Cells(Map<Column, String> texts, boolean decimalComma) {
    this.texts = new EnumMap<>(Column.class);
    this.texts.putAll(texts);
    this.decimalComma = decimalComma;
  }

  List<RowProblem> problems() {
    return problems.stream().distinct().toList();
  }

  void wrong(Column column, String words) {
    problems.add(RowProblem.at(column, words));
  }

  void wrongUnlessMissing(Column column, String words) {
    if (has(column)) {
      wrong(column, words);
    }
  }

  void wrong(RowProblem problem) {
    problems.add(problem);
  }

  boolean has(Column column) {
    return !text(column).isEmpty();
  }

  String text(Column column) {
    return texts.getOrDefault(column, "").strip();
  }

  @Nullable String optional(Column column) {
    return has(column) ? text(column) : null;
  }

  String needed(Column column) {
    if (!has(column)) {
      wrong(column, "is missing");
    }
    return text(column);
  }

  /** A code in capitals, such as a country's. */
  String code(Column column) {
    return needed(column).toUpperCase(Locale.ROOT);
  }

  @Nullable String optionalCode(Column column) {
    return has(column) ? text(column).toUpperCase(Locale.ROOT) : null;
  }

  BigDecimal number(Column column) {
    String text = needed(column);
    if (POINT.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    if (decimalComma && COMMA.matcher(text).matches()) {
      return new BigDecimal(text.replace(',', '.'));
    }
    if (!text.isEmpty()) {
      wrong(column, "is no plain number, such as 12.5");
    }
    return BigDecimal.ONE;
  }

  int count(Column column, int usual, int most) {
    String text = text(column);
    if (text.isEmpty()) {
      return usual;
    }
    if (text.matches("\\d{1,4}")) {
      int count = Integer.parseInt(text);
      if (count >= 1 && count <= most) {
        return count;
      }
    }
    wrong(column, "must be a whole number from 1 to " + most);
    return usual;
  }

  boolean flag(Column column) {
    String text = text(column).toLowerCase(Locale.ROOT);
    if (!text.isEmpty() && !YES.contains(text) && !NO.contains(text)) {
      wrong(column, "must be yes or no");
    }
    return YES.contains(text);
  }

  /** One of the words, ignoring case; the usual one where the cell is empty. */
  <T> @Nullable T choice(Column column, Map<String, T> words, @Nullable T usual) {
    String text = text(column).toLowerCase(Locale.ROOT).replace(' ', '_');
    if (text.isEmpty()) {
      return usual;
    }
    T chosen = words.get(text);
    if (chosen == null) {
      wrong(column, "must be one of: " + String.join(", ", words.keySet()));
      return usual;
    }
    return chosen;
  }

  <T> T chosen(Column column, Map<String, T> words, T harmless) {
    needed(column);
    T choice = choice(column, words, harmless);
    return choice == null ? harmless : choice;
  }

  /** Null where the cell is empty. */
  @Nullable Money money(Column column) {
    return has(column) ? amount(column) : null;
  }

  Money amount(Column column) {
    BigDecimal number = number(column);
    String currency = code(Column.CURRENCY);
    if (currency.matches("[A-Z]{3}")) {
      return new Money(number, currency);
    }
    if (!currency.isEmpty()) {
      wrong(Column.CURRENCY, "is no currency of three letters, such as USD");
    }
    return new Money(number, "USD");
  }
}
