package org.supercargo.access.key;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supercargo.audit.Actor;

/**
 * A program that calls.
 *
 * @param name as the audit trail names it: {@code key:NAME} or {@code oidc:NAME}; nobody who signs
 *     in can have a colon in his name
 * @param countedAs what its requests are counted under
 * @param accounts the carrier accounts it may see and use; null for all
 * @param perMinute how many requests a minute
 */
public record Caller(
    String name, String countedAs, Set<Scope> scopes, @Nullable Set<Long> accounts, int perMinute) {
  public boolean may(Scope scope) {
    return scopes.contains(scope);
  }

  public boolean maySee(long carrierAccount) {
    return accounts == null || accounts.contains(carrierAccount);
  }

  public Actor actor(String address) {
    return new Actor(name, address);
  }
}
