package org.supercargo.shipping;

import java.time.Instant;
import org.supercargo.carrier.DocumentFormat;

/**
 * A shipment that this node has taken up, to find out how it stands with it.
 *
 * @param fence tells which of two nodes took it up later
 * @param format of the labels that were wished for
 * @param packages how many were ordered
 * @param until when this node has to have given a sign of life
 */
record Look(
    long shipment,
    long fence,
    ShipmentState state,
    String carrier,
    long account,
    String accountNumber,
    String reference,
    Instant requestedAt,
    DocumentFormat format,
    int packages,
    Instant until) {

  /** To be asked for by another account of that number. */
  Look by(long heir) {
    return new Look(
        shipment,
        fence,
        state,
        carrier,
        heir,
        accountNumber,
        reference,
        requestedAt,
        format,
        packages,
        until);
  }
}
