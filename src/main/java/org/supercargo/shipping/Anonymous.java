package org.supercargo.shipping;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.Billing;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.Customs;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.ShipmentOrder;

/**
 * An order without the people in it. Which town, which goods, whose account paid and the numbers to
 * find it by stay: they are what books and statistics need.
 */
final class Anonymous {
  private Anonymous() {}

  static ShipmentOrder of(ShipmentOrder order) {
    return new ShipmentOrder(
        of(order.consignment()),
        order.service(),
        of(order.transport()),
        Optional.ofNullable(order.duties()).map(Anonymous::of).orElse(null),
        order.references(),
        order.description(),
        order.returns(),
        null,
        List.of(),
        Optional.ofNullable(order.customs()).map(Anonymous::of).orElse(null),
        order.label(),
        order.checksAddress());
  }

  private static Consignment of(Consignment whole) {
    return new Consignment(
        whole.accountNumber(),
        of(whole.shipper()),
        someone(whole.from()),
        of(whole.to()),
        whole.parcels(),
        whole.saturdayDelivery(),
        whole.confirmation(),
        whole.goodsValue());
  }

  private static @Nullable Party someone(@Nullable Party party) {
    return party == null ? null : of(party);
  }

  private static Party of(Party party) {
    Address address = party.address();
    Address town = new Address(List.of(), address.city(), address.state(), null, address.country());
    return new Party("", null, null, null, null, town, party.residential());
  }

  private static Billing of(Billing payer) {
    return switch (payer) {
      case Billing.Shipper shipper -> shipper;
      case Billing.Receiver(String number, String postalCode) -> new Billing.Receiver(number, null);
      case Billing.ThirdParty(String number, String postalCode, String country) ->
          new Billing.ThirdParty(number, null, country);
    };
  }

  private static Customs of(Customs customs) {
    return new Customs(
        someone(customs.soldTo()),
        customs.reason(),
        customs.terms(),
        customs.invoiceNumber(),
        customs.invoiceDate(),
        customs.items(),
        customs.freight(),
        customs.insurance(),
        null,
        customs.paperless());
  }
}
