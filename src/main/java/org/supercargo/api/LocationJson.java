package org.supercargo.api;

import org.jspecify.annotations.Nullable;
import org.supercargo.account.AccountRow;
import org.supercargo.account.AccountStatus;
import org.supercargo.carrier.Party;
import org.supercargo.shipping.location.LocationView;

/**
 * Where goods are shipped from.
 *
 * @param name what a request may call it, as well as its id
 * @param from whom and where parcels are collected from
 * @param account the id of its default account
 * @param ready whether that account can ship; without it a request has to name another
 */
public record LocationJson(
    long id,
    String name,
    Party from,
    @Nullable Long account,
    @Nullable String accountNumber,
    @Nullable AccountStatus accountStatus,
    boolean ready) {
  static LocationJson of(LocationView view) {
    AccountRow account = view.account();
    return new LocationJson(
        view.id(),
        view.name(),
        view.from(),
        account == null ? null : account.id(),
        account == null ? null : account.number(),
        account == null ? null : account.status(),
        view.isReady());
  }
}
