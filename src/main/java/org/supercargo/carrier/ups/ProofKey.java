package org.supercargo.carrier.ups;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.supercargo.carrier.Secret;

/** The challenge that belongs to a PKCE verifier; S256 is the only way UPS knows. */
final class ProofKey {
  private ProofKey() {}

  static String challenge(Secret verifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.revealBytes());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
