package org.supercargo.token;

import org.supercargo.custody.Place;

/** Where the vault's secrets live. */
final class Places {
  private static final String GRANT = "carrier_grant";

  private Places() {}

  static Place access(long grant, int generation) {
    return new Place(GRANT, Long.toString(grant), "access", generation);
  }

  static Place refresh(long grant, int generation) {
    return new Place(GRANT, Long.toString(grant), "refresh", generation);
  }

  /** Of the grant's own key, which lives as long as the grant. */
  static Place key(long grant) {
    return new Place(GRANT, Long.toString(grant), "key", 0);
  }

  static Place journal(long grant, String entry) {
    return new Place("journal", Long.toString(grant), entry, 0);
  }

  static Place verifier(String stateHash) {
    return new Place("connect_attempt", stateHash, "verifier", 0);
  }
}
