package org.supercargo.token;

import java.util.Optional;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Secret;

/** What a caller who wants a token may do next. */
sealed interface Turn {
  /** The token at hand is good. */
  record Usable(Credentials credentials) implements Turn {}

  /**
   * The caller alone has to refresh it.
   *
   * @param generation of the pair that the carrier will have killed when it answers
   * @param fence that ends with this turn
   * @param current what may still be used meanwhile
   */
  record Mine(
      long grant,
      String carrier,
      Secret refreshToken,
      int generation,
      long fence,
      Optional<Credentials> current)
      implements Turn {}

  /** Somebody else is refreshing it. */
  record Busy(Optional<Credentials> current) implements Turn {}

  /** There is nothing that could be refreshed. */
  record Dead(GrantState state) implements Turn {}
}
