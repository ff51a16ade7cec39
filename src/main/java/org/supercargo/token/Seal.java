package org.supercargo.token;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Secret;
import org.supercargo.custody.DataKey;
import org.supercargo.custody.Place;
import org.supercargo.custody.Sealer;

/**
 * Seals and opens what belongs to one grant, with the grant's own key, which needs nobody any more
 * once it is open: an answer of the carrier can be sealed whatever else is away.
 *
 * @param key null while what the grant holds is sealed by a master key itself, as earlier releases
 *     did; then it only opens
 */
record Seal(long grant, @Nullable DataKey key, Sealer sealer) {
  byte[] access(Secret token, int generation) {
    return own().seal(token, Places.access(grant, generation));
  }

  byte[] refresh(Secret token, int generation) {
    return own().seal(token, Places.refresh(grant, generation));
  }

  Secret openAccess(byte[] sealed, int generation) {
    return open(sealed, Places.access(grant, generation));
  }

  Secret openRefresh(byte[] sealed, int generation) {
    return open(sealed, Places.refresh(grant, generation));
  }

  byte[] journal(Secret entry, String name) {
    return own().seal(entry, Places.journal(grant, name));
  }

  Secret openJournal(byte[] sealed, String name) {
    return open(sealed, Places.journal(grant, name));
  }

  private Secret open(byte[] sealed, Place place) {
    return key != null && DataKey.hasSealed(sealed)
        ? key.open(sealed, place)
        : sealer.open(sealed, place);
  }

  private DataKey own() {
    return Objects.requireNonNull(key, "sealing takes the grant's own key");
  }
}
