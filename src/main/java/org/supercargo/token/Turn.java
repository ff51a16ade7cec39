package org.supercargo.token;

import java.time.Duration;
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
   * @param fence with which alone the outcome may be stored
   * @param lease how long nobody else will try
   * @param current what may still be used meanwhile
   */
  record Mine(
      long grant,
      String carrier,
      Secret refreshToken,
      long fence,
      Duration lease,
      Optional<Credentials> current)
      implements Turn {}

  /** Somebody else is refreshing it. */
  record Busy(Optional<Credentials> current) implements Turn {}

  /** There is nothing that could be refreshed. */
  record Dead(GrantState state) implements Turn {}
}
