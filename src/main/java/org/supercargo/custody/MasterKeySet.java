package org.supercargo.custody;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A Tink key set as it was read once: which keys are usable, and which of them is the primary. */
final class MasterKeySet {
  private final KeysetHandle handle;
  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private final Map<String, Aead> sealing = new ConcurrentHashMap<>();
  private final Aead opening;

  MasterKeySet(KeysetHandle handle) {
    this.handle = handle;
    this.opening = aead(handle);
    for (int at = 0; at < handle.size(); at++) {
      if (handle.getAt(at).getStatus() == KeyStatus.ENABLED) {
        positions.put(id(handle.getAt(at).getId()), at);
      }
    }
  }

  /** As it stands before everything that the key seals. */
  static String id(int tinkId) {
    return HexFormat.of().toHexDigits(tinkId);
  }

  Set<String> ids() {
    return positions.keySet();
  }

  String primary() {
    return id(handle.getPrimary().getId());
  }

  Aead opening() {
    return opening;
  }

  /** Seals with that key, whether it is the primary or not. */
  Aead sealing(String key) {
    Integer at = positions.get(key);
    if (at == null) {
      throw new NotOpened("the sealing key set lacks key " + key);
    }
    return sealing.computeIfAbsent(key, any -> aead(withPrimary(at)));
  }

  /** One key more, the primary. */
  KeysetHandle withNewPrimary() {
    try {
      KeysetHandle.Builder.Entry fresh =
          KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
              .withRandomId()
              .makePrimary();
      return KeysetHandle.newBuilder(handle).addEntry(fresh).build();
    } catch (GeneralSecurityException failed) {
      throw new NotOpened("no new sealing key can be made");
    }
  }

  /** Those of them that are not the primary stay as they are, unusable. */
  KeysetHandle withDisabled(Set<String> keys) {
    Set<Integer> retired =
        keys.stream()
            .filter(key -> !key.equals(primary()))
            .map(positions::get)
            .collect(Collectors.toSet());
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
    for (int at = 0; at < builder.size(); at++) {
      if (retired.contains(at)) {
        builder.getAt(at).setStatus(KeyStatus.DISABLED);
      }
    }
    return built(builder);
  }

  private KeysetHandle withPrimary(int at) {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
    builder.getAt(at).makePrimary();
    return built(builder);
  }

  private static KeysetHandle built(KeysetHandle.Builder builder) {
    try {
      return builder.build();
    } catch (GeneralSecurityException impossible) {
      throw new NotOpened("the sealing key set can't be changed");
    }
  }

  private static Aead aead(KeysetHandle keys) {
    try {
      return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException wrongKind) {
      throw new NotOpened("the sealing key set is not for sealing");
    }
  }
}
