package org.supercargo.shipping;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to list, newest first. Null filters nothing.
 *
 * @param accounts ids; the list holds no others
 * @param from requested at or after, UTC
 * @param to requested before, UTC
 * @param reference ours, or one of the customer's, whole, ignoring case
 * @param trackingNumber of the shipment or any of its packages, whole
 * @param unused only what was made, never seen at the carrier, and can still be taken back; the
 *     soonest deadline first
 * @param after a cursor: only what comes after that row; null begins at the beginning
 * @param first how many rows to leave out, for pages by number
 * @param size at most so many rows
 */
public record ShipmentQuery(
    @Nullable ShipmentState state,
    @Nullable Set<Long> accounts,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String reference,
    @Nullable String trackingNumber,
    boolean unused,
    @Nullable Place after,
    int first,
    int size) {

  /**
   * Where a row stands in the list.
   *
   * @param deadline until when it can be taken back; needed where that is the order
   */
  public record Place(long id, @Nullable Instant deadline) {
    public static Place of(ShipmentRow row) {
      return new Place(row.id(), row.voidableUntil());
    }
  }

  /** The newest ones. */
  public static ShipmentQuery newest(int size) {
    return new ShipmentQuery(null, null, null, null, null, null, false, null, 0, size);
  }

  public ShipmentQuery in(@Nullable ShipmentState wanted) {
    return new ShipmentQuery(
        wanted, accounts, from, to, reference, trackingNumber, unused, after, first, size);
  }

  public ShipmentQuery of(@Nullable Set<Long> only) {
    return new ShipmentQuery(
        state, only, from, to, reference, trackingNumber, unused, after, first, size);
  }

  public ShipmentQuery between(@Nullable Instant start, @Nullable Instant end) {
    return new ShipmentQuery(
        state, accounts, start, end, reference, trackingNumber, unused, after, first, size);
  }

  public ShipmentQuery bearing(@Nullable String text) {
    return new ShipmentQuery(
        state, accounts, from, to, text, trackingNumber, unused, after, first, size);
  }

  public ShipmentQuery numbered(@Nullable String number) {
    return new ShipmentQuery(
        state, accounts, from, to, reference, number, unused, after, first, size);
  }

  public ShipmentQuery unused(boolean only) {
    return new ShipmentQuery(
        state, accounts, from, to, reference, trackingNumber, only, after, first, size);
  }

  public ShipmentQuery after(@Nullable Place last) {
    return new ShipmentQuery(
        state, accounts, from, to, reference, trackingNumber, unused, last, first, size);
  }

  public ShipmentQuery page(int start, int most) {
    return new ShipmentQuery(
        state, accounts, from, to, reference, trackingNumber, unused, after, start, most);
  }
}
