package org.supercargo.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.AccountRow;
import org.supercargo.api.Problem.FieldError;
import org.supercargo.carrier.Party;
import org.supercargo.shipping.location.LocationView;
import org.supercargo.shipping.location.Locations;

/** What ships, and where from: an account, a location, or a location with another account. */
@ApplicationScoped
class Origins {
  @Inject private OwnAccounts own;
  @Inject private Calling calling;
  @Inject private Locations locations;

  /**
   * What a request names, or its location stands for.
   *
   * @param account one of the caller's own
   * @param from where the parcels are collected; null when it is the account's own address
   */
  record Origin(long account, @Nullable Party from) {}

  /**
   * Whatever the request names itself goes before what its location has.
   *
   * @throws Refusal 422 at the field that is to blame
   */
  Origin of(@Nullable Long account, @Nullable String location, @Nullable Party from) {
    if (location == null) {
      return new Origin(own.require(named(account)), from);
    }
    LocationView there = require(location);
    long ships = account == null ? usual(there) : own.require(account);
    return new Origin(ships, from == null ? there.from() : from);
  }

  private static long named(@Nullable Long account) {
    if (account == null) {
      throw wrong("/account", "Name an account or a location.");
    }
    return account;
  }

  private LocationView require(String location) {
    LocationView there =
        locations
            .called(location)
            .filter(this::isOwn)
            .orElseThrow(() -> wrong("/location", "There is no such location."));
    if (!there.active()) {
      throw wrong("/location", "This location is not active any more.");
    }
    return there;
  }

  /** One whose account is somebody else's is not there. */
  private boolean isOwn(LocationView location) {
    AccountRow account = location.account();
    return account == null || calling.caller().maySee(account.id());
  }

  private static long usual(LocationView location) {
    AccountRow account = location.account();
    if (account == null) {
      throw wrong("/location", "This location has no default account: name an account as well.");
    }
    return switch (location.stand()) {
      case DELETED ->
          throw wrong(
              "/location",
              "The default account of this location was deleted: name an account as well, until an"
                  + " administrator has given it another.");
      case RECONNECT ->
          throw Refusal.of(
              Kind.RECONNECT_NEEDED,
              "The default account of this location, %s %s, has to be connected by an administrator."
                  .formatted(account.carrier(), account.number()));
      case READY, NONE -> account.id();
    };
  }

  private static Refusal wrong(String pointer, String words) {
    return Refusal.invalid(List.of(new FieldError(pointer, words)));
  }
}
