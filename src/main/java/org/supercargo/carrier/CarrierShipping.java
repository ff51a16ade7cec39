package org.supercargo.carrier;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The socket for making shipments, taking them back and getting their labels again. Must not be
 * called inside a database transaction.
 *
 * <p>A carrier has no idempotency key. So that nothing is paid for twice, {@link #ship} ends in one
 * of three ways: it returns, and the shipment is made; it throws, and {@link
 * CarrierException#isAnswerLost} is false, and surely nothing was made; or that is true, and nobody
 * knows: look for it by its reference before anything else.
 */
public interface CarrierShipping {
  /** The carrier's short name as stored and shown, such as {@code UPS}. */
  String carrier();

  /** What a label can come in when it is made; more are had by recovery. */
  Set<DocumentFormat> labelFormats();

  /** How long after it was made a shipment can be voided, unless it was scanned before. */
  Duration voidPeriod();

  /** The longest that any call here can take, as its time-outs are set. */
  Duration longestCall();

  /** What is wrong with the order as far as it shows without asking; empty when nothing is. */
  List<OrderProblem> problems(ShipmentOrder order);

  /**
   * Makes the shipment. Sent once; never to be repeated as it is after a lost answer.
   *
   * @throws CarrierException.Rejected when the order has {@link #problems}, in which case it was
   *     not sent, or the carrier refuses it
   * @throws CarrierException.TokenRefused when the carrier does not take the access token
   * @throws CarrierException.ApplicationRefused when the carrier blocks this application
   * @throws CarrierException.Unavailable when it was not sent, the carrier limits calls, or the
   *     answer is lost
   */
  Booking ship(Credentials credentials, ShipmentOrder order, WireLog log);

  /**
   * Takes a shipment or some of its packages back. May be repeated. A shipment and its packages can
   * be asked for by an account's own credentials only.
   *
   * @throws CarrierException.Rejected when the carrier does not understand the order
   * @throws CarrierException.TokenRefused when the carrier does not take the access token
   * @throws CarrierException.Unavailable when it was not sent or the answer is lost
   */
  Voiding voidShipment(Credentials credentials, VoidOrder order, WireLog log);

  /**
   * Gets labels again. May be repeated.
   *
   * @throws CarrierException.Rejected when the carrier does not take the question
   * @throws CarrierException.TokenRefused when the carrier does not take the access token
   * @throws CarrierException.Unavailable when the carrier is down, slow, limiting or answers
   *     rubbish
   */
  Recovery recover(Credentials credentials, RecoveryQuestion question, WireLog log);
}
