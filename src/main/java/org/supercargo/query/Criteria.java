package org.supercargo.query;

import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The conditions of one question, each with its value; all of them have to hold. */
public final class Criteria {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  public void always(String condition) {
    conditions.add(condition);
  }

  /**
   * Narrows the question by a value.
   *
   * @param value null lets everything through: the condition is left out
   */
  public void when(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  /** With a space before it; empty when there is no condition. */
  public String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  public <T> TypedQuery<T> bind(TypedQuery<T> query) {
    values.forEach(query::setParameter);
    return query;
  }

  /**
   * The pattern of {@code like … escape '!'} that finds a text anywhere; null when there is nothing
   * to look for.
   *
   * @param folding how both sides are made comparable
   */
  public static @Nullable String within(@Nullable String part, UnaryOperator<String> folding) {
    return part == null || part.isBlank() ? null : anywhere(folding.apply(part));
  }

  /** The same, ignoring case and the blanks around it. */
  public static @Nullable String within(@Nullable String part) {
    return within(part, text -> text.strip().toLowerCase(Locale.ROOT));
  }

  /** The same of a text that is folded already; everything when it is empty. */
  public static String anywhere(String literal) {
    return "%" + literal.replaceAll("([!%_])", "!$1") + "%";
  }
}
