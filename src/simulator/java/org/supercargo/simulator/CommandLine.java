package org.supercargo.simulator;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The words after the program's name. */
final class CommandLine {
  static final String USAGE =
      "usage: [--port N] [--data FILE] [--redirect-uri URI]... [--parent-pid PID]";

  private int port = 8090;
  private Optional<Path> data = Optional.empty();
  private Optional<Long> parent = Optional.empty();
  private final List<String> redirectUris = new ArrayList<>();

  static CommandLine parse(String... words) {
    CommandLine line = new CommandLine();
    for (Iterator<String> it = List.of(words).iterator(); it.hasNext(); ) {
      String option = it.next();
      if (!List.of("--port", "--data", "--redirect-uri", "--parent-pid").contains(option)) {
        throw new IllegalArgumentException("unknown option " + option);
      }
      if (!it.hasNext()) {
        throw new IllegalArgumentException(option + " needs a value");
      }
      line.take(option, it.next());
    }
    return line;
  }

  private void take(String option, String value) {
    try {
      switch (option) {
        case "--port" -> port = port(value);
        case "--data" -> data = Optional.of(Path.of(value));
        case "--redirect-uri" -> redirectUris.add(URI.create(value).toString());
        default -> parent = Optional.of(Long.parseUnsignedLong(value));
      }
    } catch (NumberFormatException | InvalidPathException e) {
      throw new IllegalArgumentException(option + " can't be " + value, e);
    }
  }

  private static int port(String value) {
    int port = Integer.parseInt(value);
    if (port < 0 || port > 65535) {
      throw new NumberFormatException(value);
    }
    return port;
  }

  Settings settings(Consumer<String> log) {
    return new Settings(port, List.copyOf(redirectUris), data, Clock.systemUTC(), log);
  }

  Optional<Long> parent() {
    return parent;
  }
}
