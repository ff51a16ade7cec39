package org.supercargo.token;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.supercargo.setting.Settings;
import org.supercargo.setting.WrongSetting;

/**
 * The key set that everything is sealed with: one primary key that seals, any number that still
 * open. A key set that can't be had keeps the application running and not ready, because a restart
 * would not bring it back; it is looked for again at every use.
 */
@ApplicationScoped
class SealingKeys {
  private static final String KEYSET = "supercargo.sealing.keyset";
  private static final String FILE = "supercargo.sealing.keyset-file";
  private static final String MAKE = "supercargo.sealing.make-missing-keyset";

  @Inject Settings settings;
  private @Nullable KeysetHandle loaded;

  /** Only what was set is judged here; a key set that can't be had is for the health check. */
  void checkAtStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
    boolean text = settings.optionalText(KEYSET).isPresent();
    boolean file = settings.optionalText(FILE).isPresent();
    if (text == file) {
      throw new WrongSetting(
          KEYSET, file ? "and " + FILE + " are both set" : "or " + FILE + " is missing");
    }
    settings.flag(MAKE);
    if (file) {
      problem();
    }
  }

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
    } catch (NotOpened | WrongSetting reason) {
      return Optional.of(reason.getMessage() == null ? "unknown" : reason.getMessage());
    }
  }

  private synchronized KeysetHandle keys() {
    if (loaded == null) {
      loaded = load();
    }
    return loaded;
  }

  private KeysetHandle load() {
    Optional<String> text = settings.optionalText(KEYSET);
    if (text.isPresent()) {
      return KeySetFile.parsed(text.get(), KEYSET);
    }
    Path file = Path.of(settings.text(FILE));
    if (settings.flag(MAKE)) {
      KeySetFile.makeIfMissing(file);
    }
    return KeySetFile.read(file);
  }
}
