package org.supercargo.shipping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with the carrier, redacted.
 *
 * @param at UTC, when it was sent
 * @param shipment null for what belongs to none
 * @param transactionId by which the carrier's people find it
 * @param status HTTP; null when no whole answer came
 * @param failure why no whole answer came
 */
public record WireView(
    long id,
    Instant at,
    long account,
    @Nullable Long shipment,
    String operation,
    String transactionId,
    long millis,
    @Nullable Integer status,
    String request,
    String response,
    @Nullable String failure) {}
