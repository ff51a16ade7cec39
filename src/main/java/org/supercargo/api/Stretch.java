package org.supercargo.api;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of a list is asked for. A cursor is the last row's id, with its moment where the
 * list goes by that, wrapped up so that nobody builds on it; rows that come or go meanwhile shift
 * no page.
 *
 * @param after rows behind this id; 0 from the beginning
 * @param moment of that row; null in lists that go by ids, and from the beginning
 */
record Stretch(long after, @Nullable Instant moment, int limit) {
  static final int USUAL = 50;
  static final int MOST = 200;
  private static final Pattern ID = Pattern.compile("after:([1-9][0-9]{0,17})");
  private static final Pattern MOMENT =
      Pattern.compile("after:([0-9]{4}-[0-9:.T-]{1,30}Z) ([1-9][0-9]{0,17})");

  Stretch(long after, int limit) {
    this(after, null, limit);
  }

  /**
   * Reads the query's parameters.
   *
   * @throws Refusal 400 when they can't be read
   */
  static Stretch of(@Nullable String cursor, @Nullable String limit) {
    return new Stretch(cursor == null ? 0 : id(cursor), limit == null ? USUAL : size(limit));
  }

  /** As {@link #of}, of a list that goes by a moment of its rows. */
  static Stretch byMoment(@Nullable String cursor, @Nullable String limit) {
    int size = limit == null ? USUAL : size(limit);
    if (cursor == null) {
      return new Stretch(0, size);
    }
    Matcher known = read(cursor, MOMENT);
    try {
      return new Stretch(Long.parseLong(known.group(2)), Instant.parse(known.group(1)), size);
    } catch (DateTimeException noMoment) {
      throw unknown();
    }
  }

  static String cursor(long id) {
    return wrapped("after:" + id);
  }

  static String cursor(Instant moment, long id) {
    return wrapped("after:" + moment + " " + id);
  }

  private static String wrapped(String place) {
    byte[] bytes = place.getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** One more than is shown tells whether there are more. */
  int wanted() {
    return limit + 1;
  }

  private static long id(String cursor) {
    return Long.parseLong(read(cursor, ID).group(1));
  }

  private static Matcher read(String cursor, Pattern kind) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      Matcher known = kind.matcher(text);
      if (known.matches()) {
        return known;
      }
    } catch (IllegalArgumentException notEncoded) {
      // Answered as any other that we never gave out.
    }
    throw unknown();
  }

  private static Refusal unknown() {
    return Refusal.malformed("There is no such cursor.");
  }

  private static int size(String limit) {
    if (limit.matches("[1-9][0-9]{0,2}") && Integer.parseInt(limit) <= MOST) {
      return Integer.parseInt(limit);
    }
    throw Refusal.malformed("limit is a whole number from 1 to " + MOST + ".");
  }
}
