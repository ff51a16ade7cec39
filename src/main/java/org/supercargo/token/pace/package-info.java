/**
 * How fast a carrier may be asked for new pairs, by all nodes together: budget a second and a day,
 * obedience to Retry-After, a circuit breaker, and one alarm when it refuses the application.
 * Refuses grants and tokens.
 */
@NullMarked
package org.supercargo.token.pace;

import org.jspecify.annotations.NullMarked;
