package org.supercargo.account;

import java.security.SecureRandom;
import java.util.Base64;
import org.supercargo.carrier.Secret;
import org.supercargo.fingerprint.Fingerprint;

/** 256 random bits that a browser carries to the carrier and back; only their hash is stored. */
final class Ticket {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private Ticket() {}

  static Secret fresh() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return Secret.of(TEXT.encodeToString(bits));
  }

  static String hash(Secret ticket) {
    return Fingerprint.text(ticket.revealBytes());
  }
}
