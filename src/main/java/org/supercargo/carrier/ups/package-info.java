/**
 * Everything that knows UPS: addresses, wire formats, codes, oddities. Nothing is public; CDI finds
 * it, nobody imports it.
 */
@NullMarked
package org.supercargo.carrier.ups;

import org.jspecify.annotations.NullMarked;
