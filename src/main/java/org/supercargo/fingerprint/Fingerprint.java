package org.supercargo.fingerprint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256, as bytes or as text. */
public final class Fingerprint {
  /** How many bytes one has. */
  public static final int LENGTH = 32;

  private Fingerprint() {}

  public static byte[] of(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** 64 digits. */
  public static String hex(byte[] content) {
    return HexFormat.of().formatHex(of(content));
  }

  /** 43 characters that need no escaping in addresses and headers: base64url without padding. */
  public static String text(byte[] content) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(of(content));
  }

  /** The same, of a text's UTF-8. */
  public static String text(String content) {
    return text(content.getBytes(StandardCharsets.UTF_8));
  }
}
