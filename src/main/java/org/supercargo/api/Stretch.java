package org.supercargo.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of a list is asked for. A cursor is the last row's id, wrapped up so that nobody
 * builds on it; rows that come or go meanwhile shift no page.
 *
 * @param after rows behind this id; 0 from the beginning
 */
record Stretch(long after, int limit) {
  static final int USUAL = 50;
  static final int MOST = 200;

  /**
   * Reads the query's parameters.
   *
   * @throws Refusal 400 when they can't be read
   */
  static Stretch of(@Nullable String cursor, @Nullable String limit) {
    return new Stretch(cursor == null ? 0 : id(cursor), limit == null ? USUAL : size(limit));
  }

  static String cursor(long id) {
    byte[] bytes = ("after:" + id).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** One more than is shown tells whether there are more. */
  int wanted() {
    return limit + 1;
  }

  private static long id(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      if (text.matches("after:[1-9][0-9]{0,17}")) {
        return Long.parseLong(text.substring("after:".length()));
      }
    } catch (IllegalArgumentException notEncoded) {
      // Answered as any other that we never gave out.
    }
    throw Refusal.malformed("There is no such cursor.");
  }

  private static int size(String limit) {
    if (limit.matches("[1-9][0-9]{0,2}") && Integer.parseInt(limit) <= MOST) {
      return Integer.parseInt(limit);
    }
    throw Refusal.malformed("limit is a whole number from 1 to " + MOST + ".");
  }
}
