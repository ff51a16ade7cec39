package org.supercargo.query;

import java.util.Collection;
import java.util.stream.Collectors;

/** Ids in plain SQL. */
public final class Ids {
  private Ids() {}

  /** For {@code in}, written out: thousands of parameters cost more than what they are for. */
  public static String list(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }
}
