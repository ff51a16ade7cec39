package org.supercargo.shipping;

import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.ShipmentOrder;

/**
 * A shipment that somebody wants made, once.
 *
 * @param key chosen by the caller, unique among his own: 1 to 255 visible ASCII characters. With
 *     the same key the same shipment is meant, however often it is sent
 * @param account whose number the order's consignment names
 * @param order with at most one reference: the second one is Shipping's own
 * @param asked a fingerprint, 64 characters at most, of what the caller said, from which the order
 *     was made. The same said again means the same, though the order would be another one by now;
 *     something else said means something else. Null where the order itself is what was said
 */
public record ShipCommand(String key, long account, ShipmentOrder order, @Nullable String asked) {
  public ShipCommand(String key, long account, ShipmentOrder order) {
    this(key, account, order, null);
  }
}
