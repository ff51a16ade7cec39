package org.supercargo.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds a Chromium: the one that is set, one of this system, Debian's package installed now, the
 * one that Playwright fetches; in this order.
 */
record Chromium(Optional<Path> executable) {
  private static final String SETTING = "supercargo.test.chromium";
  private static final String VARIABLE = "SUPERCARGO_TEST_CHROMIUM";
  private static final List<String> USUAL_PATHS =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome-stable",
          "/usr/bin/google-chrome",
          "/snap/bin/chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium");
  private static final String APT =
      "apt-get update && apt-get install --yes --no-install-recommends chromium";
  private static final int MINUTES = 15;

  /** One thread installs, the others find it. */
  static synchronized Chromium found() {
    return found(
        Optional.ofNullable(System.getProperty(SETTING, System.getenv(VARIABLE))),
        Chromium::usual,
        Chromium::installed,
        Chromium::fetched);
  }

  /** Playwright's own is where it looks by itself: an empty path. */
  static Chromium found(
      Optional<String> set,
      Supplier<Optional<Path>> usual,
      Supplier<Optional<Path>> installed,
      Supplier<Boolean> fetched) {
    if (set.isPresent()) {
      return new Chromium(Optional.of(checked(Path.of(set.get()))));
    }
    Optional<Path> path = usual.get().or(installed);
    if (path.isEmpty() && !fetched.get()) {
      throw new IllegalStateException(
          "No Chromium for the browser tests: install the package chromium, or set "
              + (VARIABLE + " to a Chromium's or Chrome's executable"));
    }
    return new Chromium(path);
  }

  private static Path checked(Path path) {
    if (!Files.isExecutable(path)) {
      throw new IllegalStateException(SETTING + " names no executable file: " + path);
    }
    return path;
  }

  private static Optional<Path> usual() {
    return Stream.of(USUAL_PATHS)
        .flatMap(List::stream)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> installed() {
    boolean may =
        "root".equals(System.getProperty("user.name"))
            && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    return may && run(new ProcessBuilder("sh", "-c", APT)) ? usual() : Optional.empty();
  }

  private static boolean fetched() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return run(
        new ProcessBuilder(
            java, "-cp", classes, "com.microsoft.playwright.CLI", "install", "chromium"));
  }

  private static boolean run(ProcessBuilder command) {
    command.environment().put("DEBIAN_FRONTEND", "noninteractive");
    try {
      Process process = command.inheritIO().start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
