package org.supercargo.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Payara Micro reads at its start beside the command line. */
final class ServerFiles {
  /** The simulator answers this machine only, so the application needs no other guests either. */
  private static final String BOOT =
      """
      set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
      """;

  /** Without colours, which are noise in a file, and without news of the JDK's old certificates. */
  private static final String LOGGING =
      """
      handlers=java.util.logging.ConsoleHandler
      java.util.logging.ConsoleHandler.level=ALL
      java.util.logging.ConsoleHandler.formatter=com.sun.enterprise.server.logging.ODLLogFormatter
      com.sun.enterprise.server.logging.ODLLogFormatter.ansiColor=false
      .level=INFO
      javax.enterprise.system.security.ssl.level=SEVERE
      """;

  private ServerFiles() {}

  static Path boot(DataFolder data) throws IOException {
    return Files.writeString(data.scratch().resolve("boot.txt"), BOOT);
  }

  static Path logging(DataFolder data) throws IOException {
    return Files.writeString(data.scratch().resolve("logging.properties"), LOGGING);
  }
}
