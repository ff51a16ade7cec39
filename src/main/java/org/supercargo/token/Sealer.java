package org.supercargo.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import org.supercargo.carrier.Secret;

/** Seals small secrets for one place each. */
@ApplicationScoped
class Sealer {
  @Inject SealingKeys keys;

  byte[] seal(Secret secret, Place place) {
    byte[] clear = secret.revealBytes();
    try {
      return keys.aead().encrypt(clear, place.associatedData());
    } catch (GeneralSecurityException failed) {
      throw new NotOpened("the sealing key set can't seal");
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  Secret open(byte[] sealed, Place place) {
    byte[] clear;
    try {
      clear = keys.aead().decrypt(sealed, place.associatedData());
    } catch (GeneralSecurityException refused) {
      throw new NotOpened(reason(sealed, place));
    }
    try {
      return Secret.of(clear);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  /** Tink puts a byte 1 and the id of the key before everything it seals. */
  private String reason(byte[] sealed, Place place) {
    String where = "%s %s, %s".formatted(place.table(), place.row(), place.field());
    if (sealed.length < 5 || sealed[0] != 1) {
      return where + " is not something that was sealed";
    }
    int keyId = ByteBuffer.wrap(sealed, 1, 4).getInt();
    return keys.has(keyId)
        ? where + " was altered or belongs elsewhere"
        : where
            + " was sealed with key "
            + HexFormat.of().toHexDigits(keyId)
            + ", which the key set lacks";
  }
}
