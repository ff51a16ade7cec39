/**
 * Files of shipments: read and checked whole, then made row by row in the background, each row once
 * whatever crashes. Refuses to know how a shipment is made, and to start anything that nobody saw
 * checked.
 */
@NullMarked
package org.supercargo.shipping.batch;

import org.jspecify.annotations.NullMarked;
