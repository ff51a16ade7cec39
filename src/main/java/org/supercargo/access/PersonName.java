package org.supercargo.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A sign-in name as it is stored and compared: one spelling, whatever keyboard typed it. */
record PersonName(String text) {
  private static final Pattern RULE =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@+-]{0,79}");

  /** Empty when nobody can have such a name. */
  static Optional<PersonName> of(String typed) {
    String folded = folded(typed);
    return RULE.matcher(folded).matches() && folded.length() <= 80
        ? Optional.of(new PersonName(folded))
        : Optional.empty();
  }

  static String folded(String typed) {
    String lower = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFKC).strip();
  }
}
