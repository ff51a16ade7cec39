package org.supercargo.custody;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.supercargo.carrier.Secret;

/**
 * The key of one row, open: AES-256-GCM for that row's values alone. Not to be kept any longer than
 * what it is opened for takes.
 */
public final class DataKey {
  static final int BYTES = 32;

  /** Before everything it seals; master keys begin otherwise. */
  private static final byte FORM = 2;

  private final AesGcmJce aead;

  /** Copies the bytes; the caller wipes its own. */
  DataKey(byte[] key) throws GeneralSecurityException {
    aead = new AesGcmJce(key);
  }

  /** Whether a data key has sealed it, whichever. */
  public static boolean hasSealed(byte[] sealed) {
    return sealed.length > 0 && sealed[0] == FORM;
  }

  public byte[] seal(Secret secret, Place place) {
    byte[] clear = secret.revealBytes();
    try {
      byte[] sealed = aead.encrypt(clear, place.associatedData());
      byte[] formed = new byte[sealed.length + 1];
      formed[0] = FORM;
      System.arraycopy(sealed, 0, formed, 1, sealed.length);
      return formed;
    } catch (GeneralSecurityException failed) {
      throw new NotOpened(place.words() + " can't be sealed");
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  /**
   * Opens what {@link #seal} has sealed.
   *
   * @throws NotOpened when it is not what this key has sealed for that place
   */
  public Secret open(byte[] sealed, Place place) {
    if (!hasSealed(sealed)) {
      throw new NotOpened(place.words() + " is not something that was sealed");
    }
    byte[] clear;
    try {
      byte[] bare = Arrays.copyOfRange(sealed, 1, sealed.length);
      clear = aead.decrypt(bare, place.associatedData());
    } catch (GeneralSecurityException refused) {
      throw new NotOpened(place.words() + " was altered or belongs elsewhere");
    }
    try {
      return Secret.of(clear);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  @Override
  public String toString() {
    return "(data key)";
  }
}
