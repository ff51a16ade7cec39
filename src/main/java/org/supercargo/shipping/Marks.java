package org.supercargo.shipping;

import java.security.SecureRandom;

/**
 * References of our own, which no two shipments of anybody share. Letters and digits that can't be
 * taken for one another, since people read them from labels.
 */
final class Marks {
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 18;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Marks() {}

  /** Ninety random bits after {@code SC}. */
  static String next() {
    StringBuilder mark = new StringBuilder("SC");
    for (int i = 0; i < LENGTH; i++) {
      mark.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return mark.toString();
  }
}
