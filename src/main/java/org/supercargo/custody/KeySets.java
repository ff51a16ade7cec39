package org.supercargo.custody;

import com.google.crypto.tink.KeysetHandle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * Master keys of a Tink key set, in a setting or in a file. A key set that can't be had keeps the
 * application running and not ready, because a restart would not bring it back; it is looked for
 * again at every use, and a file that was changed is noticed.
 */
@ApplicationScoped
class KeySets implements KeyProvider {
  private static final Logger LOG = System.getLogger(KeySets.class.getName());

  @Inject Settings settings;
  private volatile @Nullable MasterKeySet loaded;
  private String told = "";

  /** Tink puts a byte 1 and the id of the key before everything it seals. */
  @Override
  public boolean hasSealed(byte[] sealed) {
    return sealed.length > 5 && sealed[0] == 1;
  }

  @Override
  public String keyOf(byte[] sealed) {
    return MasterKeySet.id(ByteBuffer.wrap(sealed, 1, 4).getInt());
  }

  /** Whether the settings name any. */
  boolean isSet() {
    return settings.get(Keys.KEYSET).or(() -> settings.get(Keys.KEYSET_FILE)).isPresent();
  }

  @Override
  public synchronized void refresh() {
    try {
      loaded = new MasterKeySet(load());
      told = "";
    } catch (NotOpened unreadable) {
      if (loaded == null) {
        throw unreadable;
      }
      String trouble = String.valueOf(unreadable.getMessage());
      if (!trouble.equals(told)) {
        LOG.log(Level.WARNING, "{0}; what was read before goes on", trouble);
        told = trouble;
      }
    }
  }

  @Override
  public Set<String> known() {
    return new TreeSet<>(keys().ids());
  }

  @Override
  public String newest() {
    return keys().primary();
  }

  @Override
  public byte[] seal(byte[] clear, byte[] associatedData, String key) {
    try {
      return holding(key).sealing(key).encrypt(clear, associatedData);
    } catch (GeneralSecurityException failed) {
      throw new NotOpened("the sealing key set can't seal");
    }
  }

  @Override
  public byte[] open(byte[] sealed, byte[] associatedData) throws GeneralSecurityException {
    return holding(keyOf(sealed)).opening().decrypt(sealed, associatedData);
  }

  @Override
  public List<byte[]> rewrap(List<byte[]> sealed, List<byte[]> places, String key)
      throws GeneralSecurityException {
    List<byte[]> wrapped = new ArrayList<>();
    for (int i = 0; i < sealed.size(); i++) {
      byte[] clear = open(sealed.get(i), places.get(i));
      wrapped.add(seal(clear, places.get(i), key));
      Arrays.fill(clear, (byte) 0);
    }
    return wrapped;
  }

  @Override
  public synchronized Optional<String> add() {
    refresh();
    Optional<Path> ours = file().filter(KeySetFile::isOurs);
    ours.ifPresent(file -> KeySetFile.replace(file, keys().withNewPrimary()));
    refresh();
    return ours.map(file -> newest());
  }

  /** Disabled, not removed: a database that is restored to an earlier time may still need it. */
  @Override
  public synchronized void retire(Set<String> keys) {
    Set<String> retired = known();
    retired.retainAll(keys);
    retired.remove(newest());
    Optional<Path> ours = file().filter(KeySetFile::isOurs);
    if (!retired.isEmpty() && ours.isPresent()) {
      KeySetFile.replace(ours.get(), keys().withDisabled(retired));
      refresh();
    }
  }

  /** Looks once more before it says that a key is missing. */
  private MasterKeySet holding(String key) {
    if (!keys().ids().contains(key)) {
      refresh();
    }
    return keys();
  }

  private MasterKeySet keys() {
    MasterKeySet known = loaded;
    if (known == null) {
      refresh();
      known = loaded;
    }
    return java.util.Objects.requireNonNull(known);
  }

  /** Empty when the setting holds the key set itself. */
  private Optional<Path> file() {
    return settings.get(Keys.KEYSET).isPresent()
        ? Optional.empty()
        : settings.get(Keys.KEYSET_FILE).map(Path::of);
  }

  private KeysetHandle load() {
    Optional<String> text = settings.get(Keys.KEYSET);
    if (text.isPresent()) {
      return KeySetFile.parsed(text.get(), Keys.KEYSET.name());
    }
    Path file =
        file().orElseThrow(() -> new NotOpened("no sealing key set is named by the settings"));
    if (settings.get(Keys.MAKE_MISSING_KEYSET)) {
      KeySetFile.makeIfMissing(file);
    }
    return KeySetFile.read(file);
  }
}
