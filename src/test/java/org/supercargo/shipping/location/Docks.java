package org.supercargo.shipping.location;

import org.jspecify.annotations.Nullable;

/** Locations that are right. */
public final class Docks {
  private Docks() {}

  /** A warehouse in Atlanta. */
  public static LocationDetails called(String name, @Nullable Long account) {
    return new LocationDetails(
        name,
        account,
        "Peachtree Paper",
        "Dora Dock",
        "404 555 0199",
        "1 Dock Road",
        "Gate 7",
        null,
        "Atlanta",
        "ga",
        "303281234",
        "us");
  }

  static LocationDetails abroad(String name, @Nullable Long account) {
    return new LocationDetails(
        name,
        account,
        "Maple Paper",
        "Mary Maple",
        "416 555 0100",
        "1 King St",
        null,
        null,
        "Toronto",
        "ON",
        "m5v2t6",
        "CA");
  }
}
