package org.supercargo.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which passwords are taken: long ones that are not the first that anybody would try. */
final class PasswordRules {
  static final int SHORTEST = 12;
  static final int LONGEST = 200;
  private static final int FEWEST_DIFFERENT = 5;
  private static final Set<String> COMMON = common();

  private PasswordRules() {}

  static Optional<PasswordProblem> problem(String name, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(PasswordProblem.TOO_SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(PasswordProblem.TOO_LONG);
    }
    String folded = PersonName.folded(password);
    if (isLikeName(name, folded)) {
      return Optional.of(PasswordProblem.LIKE_THE_NAME);
    }
    return isCommon(folded) ? Optional.of(PasswordProblem.COMMON) : Optional.empty();
  }

  /** The name, alone, repeated or with nothing but digits and signs around it. */
  private static boolean isLikeName(String name, String folded) {
    String own = PersonName.folded(name);
    String rest = folded.replace(own, "");
    return rest.length() < folded.length() && rest.chars().noneMatch(Character::isLetter);
  }

  private static boolean isCommon(String folded) {
    String letters = folded.replaceAll("[\\p{N}\\p{P}\\p{S}\\s]+$", "");
    return COMMON.contains(folded)
        || COMMON.contains(letters)
        || folded.codePoints().distinct().count() < FEWEST_DIFFERENT;
  }

  private static Set<String> common() {
    try (InputStream list =
        Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"))) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.strip().toLowerCase(Locale.ROOT))
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
