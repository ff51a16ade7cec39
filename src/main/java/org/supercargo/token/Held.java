package org.supercargo.token;

import java.time.Instant;
import org.supercargo.carrier.Credentials;

/**
 * What a node knows by heart of a grant.
 *
 * @param dueAt when it is time to refresh, while the token is still good
 */
record Held(Credentials credentials, GrantState state, Instant dueAt) {
  boolean isUsableAt(Instant now) {
    return now.isBefore(credentials.expiresAt());
  }

  boolean isDueAt(Instant now) {
    return !now.isBefore(dueAt);
  }

  Held dueAt(Instant later) {
    return new Held(credentials, state, later);
  }
}
