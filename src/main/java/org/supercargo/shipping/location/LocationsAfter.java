package org.supercargo.shipping.location;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the active locations, by id.
 *
 * @param after rows behind this id; 0 from the beginning
 * @param among only those without an account, or with one of these; null for all
 */
public record LocationsAfter(long after, @Nullable Set<Long> among, int size) {}
