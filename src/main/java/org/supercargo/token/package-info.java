/**
 * The vault: grants sealed at rest, refreshed by one caller at a time, watched nightly. Refuses
 * account numbers and screens; only {@code account} may import it.
 */
@NullMarked
package org.supercargo.token;

import org.jspecify.annotations.NullMarked;
