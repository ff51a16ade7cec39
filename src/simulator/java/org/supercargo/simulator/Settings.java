package org.supercargo.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How a simulator starts. Port 0 takes any free one; without data nothing outlives the process. */
public record Settings(
    int port, List<String> redirectUris, Optional<Path> data, Clock clock, Consumer<String> log) {

  /** For tests: any port, no file, no log. */
  public static Settings onAnyPort() {
    return new Settings(0, List.of(), Optional.empty(), Clock.systemUTC(), line -> {});
  }

  public Settings withRedirectUris(String... uris) {
    return new Settings(port, List.of(uris), data, clock, log);
  }

  public Settings withData(Path file) {
    return new Settings(port, redirectUris, Optional.of(file), clock, log);
  }

  public Settings withClock(Clock other) {
    return new Settings(port, redirectUris, data, other, log);
  }

  public Settings withLog(Consumer<String> other) {
    return new Settings(port, redirectUris, data, clock, other);
  }
}
