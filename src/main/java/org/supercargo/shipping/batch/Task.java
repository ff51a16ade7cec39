package org.supercargo.shipping.batch;

import org.supercargo.carrier.ShipmentOrder;

/** A row that is to be made now, under a key that is its own. */
record Task(long row, int line, String key, long account, ShipmentOrder order) {}
