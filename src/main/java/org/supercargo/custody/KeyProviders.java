package org.supercargo.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;

/** All providers that the settings name: one seals, every one opens. */
@ApplicationScoped
class KeyProviders {
  @Inject KeySets keySets;

  /** The one that is to seal. */
  KeyProvider chosen() {
    return keySets;
  }

  /**
   * The one whose key that is.
   *
   * @throws NotOpened when there is none
   */
  KeyProvider of(String key) {
    return keySets;
  }

  /**
   * @throws NotOpened when that was sealed by none of them
   */
  KeyProvider whichSealed(byte[] sealed, Place place) {
    if (!keySets.hasSealed(sealed)) {
      throw new NotOpened(place.words() + " is not something that was sealed");
    }
    return keySets;
  }

  /** The ids of all keys that this node can open with. */
  Set<String> known() {
    return new TreeSet<>(keySets.known());
  }

  void refresh() {
    keySets.refresh();
  }

  /** Nothing is sealed with those any more. */
  void retire(Set<String> keys) {
    keySets.retire(keys);
  }
}
