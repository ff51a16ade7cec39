package org.supercargo.web.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.AccountRow;
import org.supercargo.account.Accounts;
import org.supercargo.shipping.ShipmentQuery;
import org.supercargo.shipping.ShipmentRow;
import org.supercargo.shipping.Shipping;
import org.supercargo.web.AccountChoice;
import org.supercargo.web.Ids;

/** Accounts that can be shipped with. */
@ApplicationScoped
class Senders {
  @Inject Accounts accounts;
  @Inject AccountChoice choice;
  @Inject Shipping shipping;

  /** One that was asked for by its id, in any case; or else the usual one. */
  Optional<Long> of(@Nullable String wanted, String owner) {
    return Ids.of(wanted).filter(id -> !accounts.of(List.of(id)).isEmpty()).or(() -> usual(owner));
  }

  /** What somebody shipped with last, or else the first. */
  Optional<Long> usual(String owner) {
    return latest(owner)
        .map(ShipmentRow::account)
        .filter(choice::isUsable)
        .or(() -> choice.first().map(AccountRow::id));
  }

  /** Whether there is none to ship with. */
  boolean isEmpty() {
    return choice.isNone();
  }

  String carrier(long account) {
    return accounts.of(List.of(account)).stream().map(AccountRow::carrier).findFirst().orElse("");
  }

  /** The latest shipment of somebody, as far as it is among the newest. */
  Optional<ShipmentRow> latest(String owner) {
    return shipping.list(ShipmentQuery.newest(50)).stream()
        .filter(row -> row.owner().equals(owner))
        .findFirst();
  }
}
