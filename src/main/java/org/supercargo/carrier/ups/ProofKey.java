package org.supercargo.carrier.ups;

import org.supercargo.carrier.Secret;
import org.supercargo.fingerprint.Fingerprint;

/** The challenge that belongs to a PKCE verifier; S256 is the only way UPS knows. */
final class ProofKey {
  private ProofKey() {}

  static String challenge(Secret verifier) {
    return Fingerprint.text(verifier.revealBytes());
  }
}
