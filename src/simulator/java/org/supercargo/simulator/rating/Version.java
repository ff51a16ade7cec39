package org.supercargo.simulator.rating;

import java.util.List;
import java.util.Optional;

/** A version of the Rating API, by its path. */
record Version(String path) {
  private static final List<String> KNOWN =
      List.of(
          "v1", "v1601", "v1607", "v1701", "v1707", "v1801", "v2108", "v2205", "v2403", "v2409");

  static Optional<Version> of(String path) {
    return KNOWN.contains(path) ? Optional.of(new Version(path)) : Optional.empty();
  }

  /**
   * Before v2403 what may repeat comes as a lone object when there is one: clients broke on it both
   * ways.
   */
  Object repeatable(List<?> elements) {
    boolean alone = elements.size() == 1 && KNOWN.indexOf(path) < KNOWN.indexOf("v2403");
    return alone ? elements.get(0) : elements;
  }

  boolean tellsZone() {
    return path.equals("v2409");
  }
}
