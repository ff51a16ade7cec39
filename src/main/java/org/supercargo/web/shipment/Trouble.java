package org.supercargo.web.shipment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Advice;
import org.supercargo.carrier.CarrierMessage;

/**
 * Why something did not work, for the page.
 *
 * @param key the last part of the heading's key
 * @param advice what the catalogue says; null when it knows nothing of it
 * @param account whose page has the remedy; null when none has
 * @param retryAt UTC, when it may be tried again; null when nobody knows
 * @param shipment that is meant, when there is one
 */
public record Trouble(
    String key,
    CarrierMessage said,
    @Nullable Advice advice,
    @Nullable Long account,
    @Nullable Instant retryAt,
    @Nullable Long shipment) {

  static Trouble about(String key, long shipment) {
    return new Trouble(key, new CarrierMessage("", ""), null, null, null, shipment);
  }
}
