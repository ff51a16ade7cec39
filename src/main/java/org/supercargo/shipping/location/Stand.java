package org.supercargo.shipping.location;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.AccountRow;
import org.supercargo.account.AccountStatus;

/** How it stands with a location's default account. */
public enum Stand {
  /** It ships. */
  READY,
  /** There is none: whoever ships chooses. */
  NONE,
  /** It was deleted: the location needs another one. */
  DELETED,
  /** It has to be connected, or connected again. */
  RECONNECT;

  private static final Set<AccountStatus> SHIPPING =
      EnumSet.of(
          AccountStatus.CONNECTED,
          AccountStatus.EXPIRING,
          AccountStatus.UNCERTAIN,
          AccountStatus.NEEDS_ATTENTION);

  static Stand of(@Nullable AccountRow account) {
    if (account == null) {
      return NONE;
    }
    if (account.status() == AccountStatus.DELETED) {
      return DELETED;
    }
    return SHIPPING.contains(account.status()) ? READY : RECONNECT;
  }
}
