package org.supercargo.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

/**
 * The administrator's password: given by the environment, else made at the first start. One that
 * was made is kept in a file (0600) until it has been shown, because a start that is broken off may
 * already have brought it into the database.
 */
record AdminPassword(Optional<String> made, String shown, Path file) {
  static final String VARIABLE = "SUPERCARGO_ADMIN_PASSWORD";
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 4;
  private static final int GROUP_LENGTH = 5;

  static AdminPassword of(DataFolder data, Map<String, String> environment) throws IOException {
    Path file = data.folder().resolve("first-password");
    boolean given = !environment.getOrDefault(VARIABLE, "").isBlank();
    if (Files.exists(file) && (data.hasDatabase() || !given)) {
      return made(Files.readString(file).strip(), file);
    }
    if (data.hasDatabase()) {
      return new AdminPassword(Optional.empty(), "the one of the first start", file);
    }
    return given
        ? new AdminPassword(Optional.empty(), "the one in " + VARIABLE, file)
        : made(kept(random(), file), file);
  }

  /** Once it was shown, it is nowhere but in the reader's head and, hashed, in the database. */
  void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  private static AdminPassword made(String password, Path file) {
    return new AdminPassword(Optional.of(password), password + "   (shown this once)", file);
  }

  private static String kept(String password, Path file) throws IOException {
    Files.createFile(file);
    DataFolder.restrict(file, "rw-------");
    Files.writeString(file, password, StandardCharsets.US_ASCII);
    return password;
  }

  private static String random() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
      text.append(i > 0 && i % GROUP_LENGTH == 0 ? "-" : "");
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
