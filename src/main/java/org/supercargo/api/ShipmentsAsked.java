package org.supercargo.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supercargo.shipping.ShipmentQuery;
import org.supercargo.shipping.ShipmentRow;
import org.supercargo.shipping.ShipmentState;

/** Which shipments a list is to have, as its query says. */
record ShipmentsAsked(Stretch stretch, @Nullable Long account, ShipmentQuery most) {
  /**
   * Reads the query.
   *
   * @throws Refusal 400 when it can't be read
   */
  static ShipmentsAsked of(MultivaluedMap<String, String> query) {
    boolean unused = flag(query.getFirst("unused"));
    Stretch stretch = stretch(unused, query.getFirst("cursor"), query.getFirst("limit"));
    String state = query.getFirst("state");
    String account = query.getFirst("account");
    ShipmentQuery most =
        ShipmentQuery.newest(stretch.wanted())
            .in(state == null ? null : state(state))
            .between(time(query.getFirst("from")), time(query.getFirst("to")))
            .bearing(query.getFirst("reference"))
            .numbered(query.getFirst("trackingNumber"))
            .unused(unused)
            .after(
                stretch.after() == 0
                    ? null
                    : new ShipmentQuery.Place(stretch.after(), stretch.moment()));
    return new ShipmentsAsked(stretch, account == null ? null : id(account), most);
  }

  /** Those not used go by their deadlines. */
  private static Stretch stretch(boolean unused, @Nullable String cursor, @Nullable String limit) {
    return unused ? Stretch.byMoment(cursor, limit) : Stretch.of(cursor, limit);
  }

  String cursor(ShipmentRow last) {
    return most.unused()
        ? Stretch.cursor(Objects.requireNonNull(last.voidableUntil()), last.id())
        : Stretch.cursor(last.id());
  }

  ShipmentQuery query(@Nullable Set<Long> among) {
    return most.of(among);
  }

  static long id(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw Refusal.malformed("account is an account's id.");
    }
    return Long.parseLong(text);
  }

  private static ShipmentState state(String word) {
    return Arrays.stream(ShipmentState.values())
        .filter(state -> state.name().equals(word))
        .findFirst()
        .orElseThrow(() -> Refusal.malformed("There is no such state."));
  }

  private static boolean flag(@Nullable String word) {
    return switch (word == null ? "false" : word) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Refusal.malformed("unused is true or false.");
    };
  }

  /** Databases know no year of nine digits. */
  private static @Nullable Instant time(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      if (text.matches("[0-9]{4}-.*")) {
        return Instant.parse(text);
      }
    } catch (DateTimeException notReadable) {
      // Answered as any other.
    }
    throw Refusal.malformed("from and to are instants such as 2026-11-28T11:05:00Z.");
  }
}
