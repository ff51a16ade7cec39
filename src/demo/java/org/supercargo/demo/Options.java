package org.supercargo.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What was asked for on the command line. */
record Options(int port, int upsPort, Path data, Path war, Path server, Path simulator) {
  private static final Set<String> NAMES =
      Set.of("--port", "--ups-port", "--data", "--war", "--server", "--simulator");

  static Options from(String[] args) {
    Map<String, String> given = pairs(args);
    Options options =
        new Options(
            port(given, "--port"),
            port(given, "--ups-port"),
            Path.of(needed(given, "--data")).toAbsolutePath().normalize(),
            file(given, "--war"),
            file(given, "--server"),
            file(given, "--simulator"));
    if (options.port == options.upsPort) {
      throw new CannotStart("-Dport and -Dups.port must differ; both are " + options.port + ".");
    }
    return options;
  }

  private static Map<String, String> pairs(String[] args) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!NAMES.contains(args[i]) || i + 1 == args.length) {
        throw new CannotStart("the launcher does not understand \"" + args[i] + "\".");
      }
      given.put(args[i], args[i + 1]);
    }
    return given;
  }

  private static String needed(Map<String, String> given, String name) {
    String value = given.get(name);
    if (value == null) {
      throw new CannotStart("the launcher misses " + name + ".");
    }
    return value;
  }

  private static int port(Map<String, String> given, String name) {
    String value = needed(given, name);
    if (!value.matches("[1-9][0-9]{0,4}") || Integer.parseInt(value) > 65535) {
      throw new CannotStart("\"" + value + "\" is no port; take a number from 1 to 65535.");
    }
    return Integer.parseInt(value);
  }

  private static Path file(Map<String, String> given, String name) {
    Path file = Path.of(needed(given, name)).toAbsolutePath();
    if (!Files.isReadable(file)) {
      throw new CannotStart(file + " is missing; build it with mvn -DskipTests package.");
    }
    return file;
  }
}
