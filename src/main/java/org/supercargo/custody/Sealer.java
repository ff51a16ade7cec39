package org.supercargo.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.supercargo.carrier.Secret;

/** Seals small secrets and data keys with the master key that seals at present. */
@ApplicationScoped
public class Sealer {
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject KeyProviders providers;
  @Inject Register register;

  /** A new data key, open and wrapped. */
  public record Fresh(DataKey key, Wrapped wrapped) {}

  /**
   * Makes a key for one row.
   *
   * @throws NotOpened when no master key can be had
   */
  public Fresh newDataKey(Place place) {
    byte[] clear = new byte[DataKey.BYTES];
    RANDOM.nextBytes(clear);
    try {
      return new Fresh(new DataKey(clear), wrap(clear, place));
    } catch (GeneralSecurityException impossible) {
      throw new NotOpened(place.words() + " can't be made");
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  /**
   * Opens a row's key.
   *
   * @throws NotOpened when it does not open there
   */
  public DataKey dataKey(byte[] wrapped, Place place) {
    byte[] clear = clear(wrapped, place);
    try {
      return new DataKey(clear);
    } catch (GeneralSecurityException noKey) {
      throw new NotOpened(place.words() + " is no data key");
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  /** Seals by a master key itself: for what lives for minutes. */
  public Wrapped seal(Secret secret, Place place) {
    byte[] clear = secret.revealBytes();
    try {
      return wrap(clear, place);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  /**
   * Opens what a master key itself has sealed.
   *
   * @throws NotOpened when it does not open there
   */
  public Secret open(byte[] sealed, Place place) {
    byte[] clear = clear(sealed, place);
    try {
      return Secret.of(clear);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  /** Seals anew, with the key that seals now, what master keys have sealed for these places. */
  public List<Wrapped> rewrap(List<byte[]> wrapped, List<Place> places) {
    String key = register.sealing();
    KeyProvider provider = providers.of(key);
    if (!wrapped.stream().allMatch(provider::hasSealed)) {
      List<Wrapped> fresh = new ArrayList<>();
      for (int i = 0; i < wrapped.size(); i++) {
        fresh.add(moved(wrapped.get(i), places.get(i)));
      }
      return fresh;
    }
    try {
      List<byte[]> bound = places.stream().map(Place::associatedData).toList();
      return provider.rewrap(wrapped, bound, key).stream()
          .map(bytes -> new Wrapped(bytes, key))
          .toList();
    } catch (GeneralSecurityException refused) {
      throw new NotOpened(places.getFirst().words() + " or one after it does not open");
    }
  }

  /** From one provider to another. */
  private Wrapped moved(byte[] wrapped, Place place) {
    byte[] clear = clear(wrapped, place);
    try {
      return wrap(clear, place);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  private Wrapped wrap(byte[] clear, Place place) {
    String key = register.sealing();
    return new Wrapped(providers.of(key).seal(clear, place.associatedData(), key), key);
  }

  private byte[] clear(byte[] sealed, Place place) {
    KeyProvider provider = providers.whichSealed(sealed, place);
    String key = provider.keyOf(sealed);
    try {
      return provider.open(sealed, place.associatedData());
    } catch (GeneralSecurityException refused) {
      boolean there = provider.known().contains(key);
      throw new NotOpened(
          place.words()
              + (there
                  ? " was altered or belongs elsewhere"
                  : " was sealed with key " + key + ", which is missing"));
    }
  }
}
