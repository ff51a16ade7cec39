package org.supercargo.web.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.AccountRow;
import org.supercargo.account.AccountView;
import org.supercargo.account.Accounts;
import org.supercargo.shipping.ShipmentQuery;
import org.supercargo.shipping.ShipmentRow;
import org.supercargo.shipping.Shipping;

/** Accounts that can be shipped with. */
@ApplicationScoped
class Senders {
  @Inject Accounts accounts;
  @Inject Shipping shipping;

  /** By nickname; one that was asked for by its id is there in any case. */
  List<AccountRow> choice(@Nullable Long wanted) {
    List<AccountRow> usable = accounts.usable();
    return Stream.concat(
            Optional.ofNullable(wanted)
                .filter(id -> usable.stream().noneMatch(row -> row.id() == id))
                .flatMap(accounts::view)
                .map(AccountView::row)
                .stream(),
            usable.stream())
        .toList();
  }

  /** What somebody shipped with last, or else the first. */
  Optional<Long> usual(String owner, List<AccountRow> choice) {
    return latest(owner)
        .map(ShipmentRow::account)
        .filter(account -> choice.stream().anyMatch(row -> row.id() == account))
        .or(() -> choice.stream().findFirst().map(AccountRow::id));
  }

  /** The latest shipment of somebody, as far as it is among the newest. */
  Optional<ShipmentRow> latest(String owner) {
    return shipping.list(ShipmentQuery.newest(50)).stream()
        .filter(row -> row.owner().equals(owner))
        .findFirst();
  }
}
