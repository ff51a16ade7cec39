/**
 * Ships with connected accounts: prices, shipments that are never paid for twice, their labels,
 * taking them back, and where they are. Refuses screens and whatever only one carrier knows.
 */
@NullMarked
package org.supercargo.shipping;

import org.jspecify.annotations.NullMarked;
