package org.supercargo.token;

import org.supercargo.carrier.Secret;

/** Seals and opens what belongs to one grant. */
record Seal(Sealer sealer, long grant) {
  byte[] access(Secret token, int generation) {
    return sealer.seal(token, Place.access(grant, generation));
  }

  byte[] refresh(Secret token, int generation) {
    return sealer.seal(token, Place.refresh(grant, generation));
  }

  Secret openAccess(byte[] sealed, int generation) {
    return sealer.open(sealed, Place.access(grant, generation));
  }

  Secret openRefresh(byte[] sealed, int generation) {
    return sealer.open(sealed, Place.refresh(grant, generation));
  }

  byte[] journal(Secret entry, String name) {
    return sealer.seal(entry, Place.journal(grant, name));
  }

  Secret openJournal(byte[] sealed, String name) {
    return sealer.open(sealed, Place.journal(grant, name));
  }
}
