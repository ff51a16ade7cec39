package org.supercargo.carrier;

import java.util.Optional;

/** The socket for where parcels are. Must not be called inside a database transaction. */
public interface CarrierTracking {
  /** The carrier's short name as stored and shown, such as {@code UPS}. */
  String carrier();

  /** The number as the carrier writes it, or empty when it can't be one. */
  Optional<String> normalised(String typed);

  /**
   * Why the number is probably mistyped, in words; empty when it looks well. A doubt is no reason
   * not to ask: carriers have numbers of other kinds.
   */
  Optional<String> doubt(String trackingNumber);

  /**
   * Asks where a parcel is. May be repeated.
   *
   * @throws CarrierException.Rejected when the carrier takes the number for none
   * @throws CarrierException.TokenRefused when the carrier does not take the access token
   * @throws CarrierException.Unavailable when the carrier is down, slow, limiting or answers
   *     rubbish
   */
  TrackingAnswer track(Credentials credentials, TrackingQuestion question, WireLog log);
}
