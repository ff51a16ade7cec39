package org.supercargo.carrier;

import java.util.List;

/** The socket for a carrier's prices. Must not be called inside a database transaction. */
public interface CarrierRates {
  /** The carrier's short name as stored and shown, such as {@code UPS}. */
  String carrier();

  /** What the carrier offers between two countries, each ISO 3166-1 alpha-2. Asks nobody. */
  List<Service> services(String origin, String destination);

  /** What is wrong with the question as far as it shows without asking; empty when nothing is. */
  List<OrderProblem> problems(RateQuestion question);

  /**
   * Asks for published and negotiated prices and times in transit. May be repeated.
   *
   * @throws CarrierException.Rejected when the question has {@link #problems}, in which case it was
   *     not sent, or the carrier refuses it
   * @throws CarrierException.TokenRefused when the carrier does not take the access token
   * @throws CarrierException.Unavailable when the carrier is down, slow, limiting or answers
   *     rubbish
   */
  Rates rates(Credentials credentials, RateQuestion question, WireLog log);
}
