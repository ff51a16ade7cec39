package org.supercargo.carrier;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One question to a carrier and what came back, fit to be stored: without tokens, without the bytes
 * of documents, and without names, addresses, phones and e-mails unless a setting wants them.
 *
 * @param operation the carrier's, such as {@code ship}
 * @param transactionId sent along; the carrier's people find the call by it
 * @param sentAt UTC
 * @param status HTTP; null when no whole answer came
 * @param request method, address and body
 * @param response body; empty when there was none
 * @param failure why no whole answer came; null when one did
 */
public record Exchange(
    String operation,
    String transactionId,
    Instant sentAt,
    Duration took,
    @Nullable Integer status,
    String request,
    String response,
    @Nullable String failure) {}
