package org.supercargo.access.key;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.supercargo.fingerprint.Fingerprint;

/**
 * A key in clear: {@code supercargo_}, 8 letters and digits to recognise it by, 40 that are secret
 * (238 bits), and 6 of a checksum, so that a key that was mistyped costs no question to the
 * database and scanners find keys in sources without false alarms.
 */
record KeyText(String text) {
  static final String MARK = "supercargo_";
  private static final int SHOWN = 8;
  private static final int RANDOM_LETTERS = 48;
  private static final int CHECK_LETTERS = 6;
  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final Pattern FORM =
      Pattern.compile(MARK + "[0-9A-Za-z]{" + (RANDOM_LETTERS + CHECK_LETTERS) + "}");
  private static final SecureRandom RANDOM = new SecureRandom();

  static KeyText made() {
    String random =
        RANDOM
            .ints(RANDOM_LETTERS, 0, LETTERS.length())
            .mapToObj(n -> String.valueOf(LETTERS.charAt(n)))
            .collect(Collectors.joining());
    return new KeyText(MARK + random + check(random));
  }

  /** Empty when it can't be a key that was ever made. */
  static Optional<KeyText> of(String text) {
    return FORM.matcher(text).matches() && hasItsCheck(text)
        ? Optional.of(new KeyText(text))
        : Optional.empty();
  }

  private static boolean hasItsCheck(String text) {
    String random = text.substring(MARK.length(), MARK.length() + RANDOM_LETTERS);
    return text.endsWith(check(random));
  }

  /** What lists show of it. */
  String prefix() {
    return text.substring(0, MARK.length() + SHOWN);
  }

  /**
   * Fast on purpose: slow, salted hashes are for what people think up. Nobody tries 2^238 keys, and
   * every request pays for the hash.
   */
  byte[] hash() {
    return Fingerprint.of(text.getBytes(StandardCharsets.UTF_8));
  }

  String storedHash() {
    return Fingerprint.text(text);
  }

  private static String check(String random) {
    CRC32 sum = new CRC32();
    sum.update(random.getBytes(StandardCharsets.US_ASCII));
    StringBuilder letters = new StringBuilder();
    long rest = sum.getValue();
    for (int n = 0; n < CHECK_LETTERS; n++) {
      letters.append(LETTERS.charAt((int) (rest % LETTERS.length())));
      rest /= LETTERS.length();
    }
    return letters.toString();
  }

  @Override
  public String toString() {
    return prefix() + "…";
  }
}
