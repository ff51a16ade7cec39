package org.supercargo.simulator.classic;

import java.util.List;
import java.util.Set;

/** A version of Rating or Shipping, by its path. */
public record Version(String path) {
  private static final List<String> IN_ORDER =
      List.of(
          "v1", "v1601", "v1607", "v1701", "v1707", "v1801", "v2108", "v2205", "v2403", "v2409");

  public static final Set<String> KNOWN = Set.copyOf(IN_ORDER);

  /**
   * Before v2403 what may repeat comes as a lone object when there is one: clients broke on it both
   * ways.
   */
  public Object repeatable(List<?> elements) {
    return repeatableSince("v2403", elements);
  }

  /** The same for an element that became an array in another version. */
  public Object repeatableSince(String version, List<?> elements) {
    boolean alone = elements.size() == 1 && !isAtLeast(version);
    return alone ? elements.get(0) : elements;
  }

  public boolean isAtLeast(String version) {
    return IN_ORDER.indexOf(path) >= IN_ORDER.indexOf(version);
  }
}
