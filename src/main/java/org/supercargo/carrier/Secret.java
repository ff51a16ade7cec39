package org.supercargo.carrier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A value that must not be seen: a token, a code, a client secret. {@code toString} never shows it,
 * so a record, a log line or an exception that holds one stays harmless.
 */
public final class Secret {
  private final byte[] value;

  private Secret(byte[] value) {
    this.value = value;
  }

  public static Secret of(String value) {
    return new Secret(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Copies the bytes; the caller may wipe its own. */
  public static Secret of(byte[] value) {
    return new Secret(value.clone());
  }

  /** The value in clear, for the one place that sends or seals it. */
  public String reveal() {
    return new String(value, StandardCharsets.UTF_8);
  }

  /** A copy of the value's UTF-8 bytes. */
  public byte[] revealBytes() {
    return value.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && MessageDigest.isEqual(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
