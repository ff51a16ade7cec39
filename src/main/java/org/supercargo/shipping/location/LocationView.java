package org.supercargo.shipping.location;

import org.jspecify.annotations.Nullable;
import org.supercargo.account.AccountRow;
import org.supercargo.carrier.Party;

/**
 * A location as it is shown, and used.
 *
 * @param from whom and where parcels are collected from
 * @param account the default account, also a deleted one; null when there is none
 * @param active whether it may be shipped from
 */
public record LocationView(
    long id, String name, Party from, @Nullable AccountRow account, boolean active) {
  public Stand stand() {
    return Stand.of(account);
  }

  public boolean isReady() {
    return stand() == Stand.READY;
  }
}
