package org.supercargo.shipping.batch;

import org.supercargo.audit.Actor;

/**
 * A batch that this node works on.
 *
 * @param fence tells which of two nodes took it up later
 * @param mark begins its rows' keys
 * @param owner in whose name they are shipped, whoever let it go on
 */
record Held(long batch, long fence, String mark, Actor owner) {}
