package org.supercargo.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Row ids that come from a browser. */
public final class Ids {
  private Ids() {}

  public static Optional<Long> of(@Nullable String text) {
    return text != null && text.matches("[1-9][0-9]{0,17}")
        ? Optional.of(Long.valueOf(text))
        : Optional.empty();
  }
}
