package org.supercargo.carrier;

import java.net.URI;
import java.time.Duration;

/**
 * The socket for a carrier's OAuth dance. Implementations call the carrier and must not be called
 * inside a database transaction.
 */
public interface CarrierLogin {
  /** The carrier's short name as stored and shown, such as {@code UPS}. */
  String carrier();

  /** Whether this carrier's configured flow wants a PKCE verifier made for each attempt. */
  boolean usesProofKey();

  /** The longest that any call here can take, as its time-outs are set. */
  Duration longestCall();

  /**
   * Where to send the browser so that its user signs in and consents.
   *
   * @throws CarrierException when the carrier refuses the application or can't be reached
   */
  URI consentPage(ConsentRequest request);

  /**
   * Turns an authorization code into tokens.
   *
   * @throws CarrierException when the code is refused or the carrier can't be reached
   */
  TokenSet exchange(AuthorizationCode code);

  /**
   * Uses up a refresh token. It is single-use: the one answered replaces it.
   *
   * @throws CarrierException.ReconnectNeeded when the carrier says that the token is dead
   * @throws CarrierException when the carrier refuses the application or can't be reached
   */
  TokenSet refresh(Secret refreshToken);
}
