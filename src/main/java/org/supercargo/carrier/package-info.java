/**
 * Carrier-neutral words and the sockets a carrier plugs into. Refuses anything only one carrier
 * knows: codes, paths, formats.
 */
@NullMarked
package org.supercargo.carrier;

import org.jspecify.annotations.NullMarked;
