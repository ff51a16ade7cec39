package org.supercargo.web.shipment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.OrderProblem;

/**
 * Reads what was typed, and collects what can't be read. What can't be is answered by something
 * harmless: nothing of a reading with problems may be sent.
 */
final class Reading {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?|\\.\\d{1,6}");

  private final List<OrderProblem> problems = new ArrayList<>();
  private final Sentences sentences;

  /** What is said, by the last part of its key. */
  @FunctionalInterface
  interface Sentences {
    String of(String problem);
  }

  Reading(Sentences sentences) {
    this.sentences = sentences;
  }

  List<OrderProblem> problems() {
    return List.copyOf(problems);
  }

  /** Together with what others find wrong, elsewhere: here it is what was typed. */
  List<OrderProblem> with(List<OrderProblem> found) {
    List<OrderProblem> all = new ArrayList<>(problems);
    found.stream()
        .filter(each -> problems.stream().noneMatch(own -> own.field().equals(each.field())))
        .forEach(all::add);
    return all;
  }

  void wrong(String place, String problem) {
    problems.add(new OrderProblem(place, sentences.of(problem)));
  }

  static String text(Map<String, @Nullable String> typed, String field) {
    return Objects.requireNonNullElse(typed.get(field), "").strip();
  }

  static @Nullable String optional(Map<String, @Nullable String> typed, String field) {
    String text = text(typed, field);
    return text.isEmpty() ? null : text;
  }

  String needed(Map<String, @Nullable String> typed, String field, String place) {
    String text = text(typed, field);
    if (text.isEmpty()) {
      wrong(place, "missing");
    }
    return text;
  }

  BigDecimal number(Map<String, @Nullable String> typed, String field, String place) {
    String text = text(typed, field);
    if (text.isEmpty()) {
      wrong(place, "missing");
    } else if (!NUMBER.matcher(text).matches()) {
      wrong(place, text.contains(",") ? "comma" : "number");
    } else {
      return new BigDecimal(text);
    }
    return BigDecimal.ONE;
  }

  /** Null when nothing was typed. */
  @Nullable Money money(
      Map<String, @Nullable String> typed, String field, String currency, String place) {
    if (text(typed, field).isEmpty()) {
      return null;
    }
    return money(number(typed, field, place), currency, place);
  }

  Money money(BigDecimal amount, String currency, String place) {
    if (currency.matches("[A-Z]{3}")) {
      return new Money(amount, currency);
    }
    wrong(place, "currency");
    return new Money(amount, "USD");
  }

  @Nullable LocalDate date(Map<String, @Nullable String> typed, String field, String place) {
    String text = text(typed, field);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException mistyped) {
      wrong(place, "date");
      return null;
    }
  }

  /** One of an enumeration; null for nothing, and for what a page never offered. */
  static <E extends Enum<E>> @Nullable E chosen(
      Map<String, @Nullable String> typed, String field, Class<E> kind) {
    String name = text(typed, field);
    return Arrays.stream(kind.getEnumConstants())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  static <E extends Enum<E>> E chosen(
      Map<String, @Nullable String> typed, String field, Class<E> kind, E usual) {
    E chosen = chosen(typed, field, kind);
    return chosen == null ? usual : chosen;
  }
}
