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
 *     soonest deadline first, and cursors don't go with it
 * @param before a cursor: only ids below it; null begins with the newest
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
    @Nullable Long before,
    int first,
    int size) {

  /** The newest ones. */
  public static ShipmentQuery newest(int size) {
    return new ShipmentQuery(null, null, null, null, null, null, false, null, 0, size);
  }

  public ShipmentQuery in(@Nullable ShipmentState wanted) {
    return new ShipmentQuery(
        wanted, accounts, from, to, reference, trackingNumber, unused, before, first, size);
  }

  public ShipmentQuery of(@Nullable Set<Long> only) {
    return new ShipmentQuery(
        state, only, from, to, reference, trackingNumber, unused, before, first, size);
  }

  public ShipmentQuery between(@Nullable Instant start, @Nullable Instant end) {
    return new ShipmentQuery(
        state, accounts, start, end, reference, trackingNumber, unused, before, first, size);
  }

  public ShipmentQuery bearing(@Nullable String text) {
    return new ShipmentQuery(
        state, accounts, from, to, text, trackingNumber, unused, before, first, size);
  }

  public ShipmentQuery numbered(@Nullable String number) {
    return new ShipmentQuery(
        state, accounts, from, to, reference, number, unused, before, first, size);
  }

  public ShipmentQuery unused(boolean only) {
    return new ShipmentQuery(
        state, accounts, from, to, reference, trackingNumber, only, before, first, size);
  }

  public ShipmentQuery after(long id) {
    return new ShipmentQuery(
        state, accounts, from, to, reference, trackingNumber, unused, id, first, size);
  }

  public ShipmentQuery page(int start, int most) {
    return new ShipmentQuery(
        state, accounts, from, to, reference, trackingNumber, unused, before, start, most);
  }
}
