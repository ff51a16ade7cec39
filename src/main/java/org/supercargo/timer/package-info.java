/**
 * When background work runs, on which node, and what came of it: leases, run records, run now.
 * Refuses to know the work; that is a {@code Job} of the room it belongs to.
 */
@NullMarked
package org.supercargo.timer;

import org.jspecify.annotations.NullMarked;
