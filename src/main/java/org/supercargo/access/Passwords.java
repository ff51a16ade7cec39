package org.supercargo.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/** Hashes, compares and makes passwords. */
@ApplicationScoped
class Passwords {
  /** OWASP's number for HMAC-SHA512. */
  private static final Map<String, String> STRENGTH =
      Map.of(
          "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
          "Pbkdf2PasswordHash.Iterations", "210000",
          "Pbkdf2PasswordHash.SaltSizeBytes", "32",
          "Pbkdf2PasswordHash.KeySizeBytes", "64");

  /** Without the letters and digits that are read as one another. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXYZ234679";

  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private Pbkdf2PasswordHash hash;
  @Inject private Settings settings;
  private String nobodys = "";

  @jakarta.annotation.PostConstruct
  void initialize() {
    hash.initialize(STRENGTH);
    nobodys = hash.generate(generated().toCharArray());
  }

  PasswordHash chosen(String password) {
    return new PasswordHash(hash.generate(normal(password)), false);
  }

  PasswordHash handedOver(String password) {
    boolean force = settings.get(Keys.FORCE_PASSWORD_CHANGE);
    return new PasswordHash(hash.generate(normal(password)), force);
  }

  /** Takes as long for nobody as for a person. */
  boolean matches(String password, Optional<Person> person) {
    boolean same = hash.verify(normal(password), person.map(Person::passwordHash).orElse(nobodys));
    return same && person.isPresent();
  }

  /** Five groups of four: 114 random bits, easy to read out. */
  String generated() {
    return IntStream.range(0, 5).mapToObj(n -> group()).collect(Collectors.joining("-"));
  }

  private static String group() {
    return RANDOM
        .ints(4, 0, LETTERS.length())
        .mapToObj(n -> String.valueOf(LETTERS.charAt(n)))
        .collect(Collectors.joining());
  }

  /** One spelling of the same letters on every keyboard; cut, so that nobody buys time with it. */
  private static char[] normal(String password) {
    String cut = password.substring(0, Math.min(password.length(), 2 * PasswordRules.LONGEST));
    return Normalizer.normalize(cut, Normalizer.Form.NFKC).toCharArray();
  }
}
