package org.supercargo.token;

import java.nio.charset.StandardCharsets;

/**
 * Where a sealed value lives. It opens nowhere else: not in another row, field or generation.
 *
 * @param row the row's own key, free of {@code |}
 */
record Place(String table, String row, String field, int generation) {
  static Place access(long grant, int generation) {
    return new Place("carrier_grant", Long.toString(grant), "access", generation);
  }

  static Place refresh(long grant, int generation) {
    return new Place("carrier_grant", Long.toString(grant), "refresh", generation);
  }

  static Place journal(long grant, String entry) {
    return new Place("journal", Long.toString(grant), entry, 0);
  }

  static Place verifier(String stateHash) {
    return new Place("connect_attempt", stateHash, "verifier", 0);
  }

  byte[] associatedData() {
    return String.join("|", table, row, field, Integer.toString(generation))
        .getBytes(StandardCharsets.UTF_8);
  }
}
