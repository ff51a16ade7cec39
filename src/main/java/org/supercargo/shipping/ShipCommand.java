package org.supercargo.shipping;

import org.supercargo.carrier.ShipmentOrder;

/**
 * A shipment that somebody wants made, once.
 *
 * @param key chosen by the caller, unique among his own: 1 to 255 visible ASCII characters. With
 *     the same key the same shipment is meant, however often it is sent
 * @param account whose number the order's consignment names
 * @param order with at most one reference: the second one is Shipping's own
 */
public record ShipCommand(String key, long account, ShipmentOrder order) {}
