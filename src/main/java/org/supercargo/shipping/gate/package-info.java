/**
 * How often and by how many at once a carrier is asked for one account and for all together, on
 * this node: labels first, then rates, then what nobody waits for. Refuses to know what is asked.
 */
@NullMarked
package org.supercargo.shipping.gate;

import org.jspecify.annotations.NullMarked;
