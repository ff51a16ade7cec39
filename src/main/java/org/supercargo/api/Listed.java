package org.supercargo.api;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list.
 *
 * @param next the cursor of the stretch that follows; left out at the end
 */
public record Listed<T>(List<T> items, @Nullable String next) {
  /**
   * One page of what was found, in a list that goes by ids.
   *
   * @param found one row more than the page holds, when there are more
   */
  static <R, T> Listed<T> of(
      List<R> found, Stretch stretch, ToLongFunction<R> id, Function<R, T> shown) {
    return by(found, stretch, row -> Stretch.cursor(id.applyAsLong(row)), shown);
  }

  /** As {@link #of}, in any list. */
  static <R, T> Listed<T> by(
      List<R> found, Stretch stretch, Function<R, String> cursor, Function<R, T> shown) {
    boolean more = found.size() > stretch.limit();
    List<R> rows = more ? found.subList(0, stretch.limit()) : found;
    String next = more ? cursor.apply(rows.getLast()) : null;
    return new Listed<>(rows.stream().map(shown).toList(), next);
  }
}
