package org.supercargo.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/** The settings of one server under test, as the properties file that it is started with. */
public final class Settings {
  public static final String ADMIN_PASSWORD = "correct horse battery staple";

  private final Properties values = new Properties();

  /**
   * A whole installation's settings.
   *
   * @param at where the browser reaches the application
   */
  public static Settings of(Database database, URI ups, URI at) {
    return new Settings()
        .withAll(database.settings())
        .with("supercargo.public-url", at.toString())
        .with("supercargo.admin.password", ADMIN_PASSWORD)
        .with("supercargo.people.force-password-change", "false")
        .with("supercargo.nightly.hour", "" + farOff())
        .with("supercargo.ups.base-url", ups.toString())
        .with("supercargo.ups.client-id", "supercargo-demo")
        .with("supercargo.ups.client-secret", "supercargo-demo-secret")
        .with("supercargo.ups.redirect-uri", redirect(at).toString())
        .with("supercargo.sealing.keyset-file", newKeySet().toString())
        .with("supercargo.vault.journal", newFolder("journal").toString());
  }

  /** An hour that doesn't come while a test waits for a run of its own. */
  private static int farOff() {
    return (OffsetDateTime.now(ZoneOffset.UTC).getHour() + 12) % 24;
  }

  /** In a file of its own, so that the application may add keys. */
  private static Path newKeySet() {
    try {
      Path folder = Files.createDirectories(newFolder("keys"));
      return Files.writeString(folder.resolve("keyset.json"), KeySet.make());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newFolder(String name) {
    return Path.of(System.getProperty("supercargo.test.folder", "target"))
        .toAbsolutePath()
        .resolve(name)
        .resolve(UUID.randomUUID().toString());
  }

  /** Where UPS sends the browser back to, as registered there. */
  public static URI redirect(URI at) {
    return at.resolve("/connect/ups/callback");
  }

  public Settings with(String key, String value) {
    values.setProperty(key, value);
    return this;
  }

  public Settings copy() {
    Settings copy = new Settings();
    copy.values.putAll(values);
    return copy;
  }

  Settings withAll(Map<String, String> more) {
    values.putAll(more);
    return this;
  }

  public String value(String key) {
    return values.getProperty(key);
  }

  /** For {@code --systemproperties}; keeps secrets off the command line. */
  public Path writtenTo(Path file) {
    try {
      Files.createDirectories(file.getParent());
      try (var out = Files.newOutputStream(file)) {
        values.store(out, null);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
