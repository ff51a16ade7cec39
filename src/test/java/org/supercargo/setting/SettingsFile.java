package org.supercargo.setting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The defaults as they are packed into the WAR. */
final class SettingsFile {
  private SettingsFile() {}

  static Map<String, String> defaults() {
    Properties file = new Properties();
    try (var in = Settings.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      file.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return file.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, file::getProperty));
  }
}
