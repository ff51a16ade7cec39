package org.supercargo.custody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.supercargo.setting.Settings;

/** Sealers without a server and a database: the provider's newest key seals. */
public final class Custodies {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "supercargo.sealing.provider", "keyset",
          "supercargo.sealing.make-missing-keyset", "false",
          "supercargo.transit.mount", "transit",
          "supercargo.transit.key", "supercargo",
          "supercargo.transit.connect-timeout", "PT2S",
          "supercargo.transit.read-timeout", "PT5S");

  private Custodies() {}

  /** As an installation with that key set. */
  public static Sealer with(String keySet) {
    return sealer(Map.of("supercargo.sealing.keyset", keySet));
  }

  /** Another installation's, for what must not open here. */
  public static Sealer elsewhere() {
    try {
      Path file = Files.createTempDirectory("keys").resolve("keys.json");
      return sealer(
          Map.of(
              "supercargo.sealing.keyset-file",
              file.toString(),
              "supercargo.sealing.make-missing-keyset",
              "true"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another installation's, as text. */
  public static String otherKeySet() {
    try {
      Path file = Files.createTempDirectory("keys").resolve("keys.json");
      KeySetFile.makeIfMissing(file);
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sealer sealer(Map<String, String> values) {
    Sealer sealer = new Sealer();
    sealer.providers = new KeyProviders();
    sealer.providers.settings = settings(values);
    sealer.providers.keySets = keySets(values);
    sealer.providers.transit = transit(values);
    sealer.register = new NewestSeals(sealer.providers);
    return sealer;
  }

  static KeySets keySets(Map<String, String> values) {
    KeySets keys = new KeySets();
    keys.settings = settings(values);
    return keys;
  }

  static Transit transit(Map<String, String> values) {
    Transit transit = new Transit();
    transit.settings = settings(values);
    transit.http = new TransitHttp();
    transit.http.settings = transit.settings;
    return transit;
  }

  private static Settings settings(Map<String, String> values) {
    return new Settings(
        key ->
            Optional.ofNullable(values.get(key)).or(() -> Optional.ofNullable(DEFAULTS.get(key))));
  }

  private static final class NewestSeals extends Register {
    NewestSeals(KeyProviders providers) {
      this.providers = providers;
    }

    @Override
    String sealing() {
      return providers.chosen().newest();
    }
  }
}
