package org.supercargo.shipping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which exchanges to list, newest first. Null filters nothing.
 *
 * @param text anywhere in request or response, ignoring case: slow without another filter
 * @param from sent at or after, UTC
 * @param to sent before, UTC
 */
public record WireQuery(
    @Nullable Long shipment,
    @Nullable Long account,
    @Nullable String operation,
    @Nullable String transactionId,
    @Nullable String text,
    @Nullable Instant from,
    @Nullable Instant to,
    int first,
    int size) {
  /** The newest exchanges about a shipment. */
  public static WireQuery of(long shipment) {
    return of(shipment, null);
  }

  /** Those of them in which a text stands. */
  public static WireQuery of(long shipment, @Nullable String text) {
    return new WireQuery(shipment, null, null, null, text, null, null, 0, 200);
  }
}
