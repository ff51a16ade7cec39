/**
 * Screens to ship: prices, labels, shipments and where they are. Refuses rules of shipping; what is
 * typed becomes the carrier's neutral words here, and nothing else does.
 */
@NullMarked
package org.supercargo.web.shipment;

import org.jspecify.annotations.NullMarked;
