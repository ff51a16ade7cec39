package org.supercargo.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * All providers that the settings name: one seals, every one opens, so that keys can move from one
 * to another.
 */
@ApplicationScoped
class KeyProviders {
  private static final Logger LOG = System.getLogger(KeyProviders.class.getName());

  @Inject Settings settings;
  @Inject KeySets keySets;
  @Inject Transit transit;

  /** The one that is to seal. */
  KeyProvider chosen() {
    return isTransit() ? transit : keySets;
  }

  /** The one whose key that is. */
  KeyProvider of(String key) {
    return Transit.isOurs(key) ? transit : keySets;
  }

  /**
   * @throws NotOpened when that was sealed by none of them
   */
  KeyProvider whichSealed(byte[] sealed, Place place) {
    if (transit.hasSealed(sealed)) {
      return transit;
    }
    if (keySets.hasSealed(sealed)) {
      return keySets;
    }
    throw new NotOpened(place.words() + " is not something that was sealed");
  }

  /** The ids of all keys that this node can open with. */
  Set<String> known() {
    Set<String> all = new TreeSet<>(chosen().known());
    beside(other -> all.addAll(other.known()));
    return all;
  }

  void refresh() {
    chosen().refresh();
    beside(KeyProvider::refresh);
  }

  /** Nothing is sealed with those any more. */
  void retire(Set<String> keys) {
    chosen().retire(keys);
    beside(other -> other.retire(keys));
  }

  /** With the one that opens only, if there is one. */
  private void beside(Consumer<KeyProvider> deed) {
    try {
      other().ifPresent(deed);
    } catch (NotOpened away) {
      LOG.log(Level.DEBUG, "keys of before: {0}", away.getMessage());
    }
  }

  private Optional<KeyProvider> other() {
    if (isTransit()) {
      return Optional.of(keySets).filter(KeySets::isSet).map(KeyProvider.class::cast);
    }
    return Optional.of(transit).filter(Transit::isSet).map(KeyProvider.class::cast);
  }

  private boolean isTransit() {
    return settings.get(Keys.SEALING_PROVIDER).equals("transit");
  }
}
