package org.supercargo.token;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * The key set that everything is sealed with: one primary key that seals, any number that still
 * open. A key set that can't be had keeps the application running and not ready, because a restart
 * would not bring it back; it is looked for again at every use.
 */
@ApplicationScoped
class SealingKeys {

  @Inject Settings settings;
  private @Nullable KeysetHandle loaded;

  /**
   * @throws NotOpened when there is no usable key set
   */
  Aead aead() {
    try {
      return keys().getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException wrongKind) {
      throw new NotOpened("the sealing key set is not for sealing");
    }
  }

  boolean has(int keyId) {
    KeysetHandle keys = keys();
    return IntStream.range(0, keys.size()).anyMatch(key -> keys.getAt(key).getId() == keyId);
  }

  /** Why nothing can be sealed or opened; empty when all is well. */
  Optional<String> problem() {
    try {
      aead();
      return Optional.empty();
    } catch (NotOpened reason) {
      return Optional.of(String.valueOf(reason.getMessage()));
    }
  }

  private synchronized KeysetHandle keys() {
    if (loaded == null) {
      loaded = load();
    }
    return loaded;
  }

  private KeysetHandle load() {
    Optional<String> text = settings.get(Keys.KEYSET);
    if (text.isPresent()) {
      return KeySetFile.parsed(text.get(), Keys.KEYSET.name());
    }
    Path file =
        settings
            .get(Keys.KEYSET_FILE)
            .map(Path::of)
            .orElseThrow(() -> new NotOpened("no sealing key set is named by the settings"));
    if (settings.get(Keys.MAKE_MISSING_KEYSET)) {
      KeySetFile.makeIfMissing(file);
    }
    return KeySetFile.read(file);
  }
}
