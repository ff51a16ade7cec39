package org.supercargo.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.supercargo.setting.Settings;

/** Another installation's sealer, for what must not open here. */
final class Elsewhere {
  private Elsewhere() {}

  static Sealer sealer() {
    try {
      Path file = Files.createTempDirectory("keys").resolve("keys.json");
      Map<String, String> values =
          Map.of(
              "supercargo.sealing.keyset-file",
              file.toString(),
              "supercargo.sealing.make-missing-keyset",
              "true");
      SealingKeys keys = new SealingKeys();
      keys.settings = new Settings(key -> Optional.ofNullable(values.get(key)));
      Sealer sealer = new Sealer();
      sealer.keys = keys;
      return sealer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
