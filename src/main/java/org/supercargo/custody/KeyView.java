package org.supercargo.custody;

import java.time.Instant;
import java.util.List;

/**
 * A master key as shown. Times are UTC.
 *
 * @param since when it came into its state
 * @param seals how many grants and trips hold something that it has sealed
 * @param missingOn the living nodes that do not have it
 */
public record KeyView(
    String id, KeyState state, Instant since, long seals, List<String> missingOn) {}
