package org.supercargo.token;

import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Secret;

/** What may be done next about a grant. */
sealed interface Turn {
  /** The caller alone has to refresh it. */
  record Mine(Request request, String carrier, Secret refreshToken, Seal seal) implements Turn {}

  /** As it looks without having touched it. */
  sealed interface Look extends Turn {}

  /** The token at hand will do. */
  record Usable(Held held) implements Look {}

  /** Its time has come, and nobody is at it. */
  record Due(String carrier) implements Look {}

  /** Somebody else is refreshing it. */
  record Busy() implements Look {}

  /** There is nothing that could be refreshed. */
  record Dead(GrantState state) implements Look {
    CarrierMessage said() {
      String words =
          switch (state) {
            case EXPIRED -> "The tokens of this log-in have expired; regenerate them.";
            case DELETED -> "The tokens of this log-in were deleted; connect it again.";
            case NEEDS_CONSENT, PENDING, ACTIVE, EXPIRING, UNCERTAIN, NEEDS_ATTENTION ->
                "The carrier no longer accepts the tokens of this log-in; regenerate them.";
          };
      return new CarrierMessage("", words);
    }
  }
}
