package org.supercargo.custody;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where master keys come from. Each has an id of at most 40 characters that names it over all nodes
 * and restarts. What can't be had now is a {@link NotOpened} that says why, with no secret in it.
 */
interface KeyProvider {
  /** Whether its keys have sealed that, judged by its form alone. */
  boolean hasSealed(byte[] sealed);

  /** The id of the key that has. */
  String keyOf(byte[] sealed);

  /** Looks anew at what there is. Keeps what it had when that can't be read now. */
  void refresh();

  /** The ids of all keys that this node can open with. */
  Set<String> known();

  /** The id of the key that is to seal from now on, as far as the provider is asked. */
  String newest();

  /** Seals with that key. */
  byte[] seal(byte[] clear, byte[] associatedData, String key);

  /**
   * Opens what any of its keys has sealed.
   *
   * @throws GeneralSecurityException when it was altered or sealed for something else
   */
  byte[] open(byte[] sealed, byte[] associatedData) throws GeneralSecurityException;

  /**
   * Seals anew with another of its own keys.
   *
   * @param places the associated data of each
   */
  List<byte[]> rewrap(List<byte[]> sealed, List<byte[]> places, String key)
      throws GeneralSecurityException;

  /** Makes a new key, the newest from then on. Empty when that is not the application's to do. */
  Optional<String> add();

  /** Those keys have sealed nothing that is still wanted: makes them unusable where it can. */
  void retire(Set<String> keys);
}
