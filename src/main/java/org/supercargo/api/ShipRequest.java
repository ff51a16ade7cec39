package org.supercargo.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Billing;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.Customs;
import org.supercargo.carrier.DeliveryConfirmation;
import org.supercargo.carrier.LabelWish;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Notification;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.Reference;
import org.supercargo.carrier.ReturnService;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.shipping.AccountDefaults;

/**
 * A shipment that is wanted, and paid for.
 *
 * @param account the id of the carrier account that ships; null takes the location's
 * @param location the id or name of where it ships from, in place of account and from
 * @param from where the parcels are collected; null when it is the location's or account's address
 * @param service the code
 * @param transport who pays; null takes the account's default
 * @param reference one of the caller's own; the other one that fits on a label is Supercargo's
 * @param label null takes the account's default
 */
public record ShipRequest(
    @Nullable Long account,
    @Nullable String location,
    @Nullable Party from,
    Party to,
    List<ParcelWish> parcels,
    String service,
    boolean saturdayDelivery,
    @Nullable DeliveryConfirmation confirmation,
    @Nullable Money goodsValue,
    @Nullable Billing transport,
    @Nullable Billing duties,
    @Nullable Reference reference,
    @Nullable String description,
    @Nullable ReturnService returns,
    @Nullable String labelEmail,
    @Nullable List<Notification> notifications,
    @Nullable Customs customs,
    @Nullable LabelWish label,
    boolean checksAddress) {

  ShipmentOrder order(
      String accountNumber, Party shipper, @Nullable Party collected, AccountDefaults usual) {
    Consignment consignment =
        new Consignment(
            accountNumber,
            shipper,
            collected,
            to,
            ParcelWish.parcels(parcels, usual),
            saturdayDelivery,
            confirmation,
            goodsValue);
    return new ShipmentOrder(
        consignment,
        service,
        Objects.requireNonNullElse(transport, usual.payer()),
        duties,
        reference == null ? List.of() : List.of(reference),
        description,
        returns,
        labelEmail,
        Objects.requireNonNullElse(notifications, List.of()),
        customs,
        wish(usual),
        checksAddress);
  }

  private LabelWish wish(AccountDefaults usual) {
    LabelWish wished = label;
    if (wished == null) {
      return new LabelWish(usual.labelFormat(), usual.stockInches());
    }
    return wished.heightInches() == 0
        ? new LabelWish(wished.format(), usual.stockInches())
        : wished;
  }
}
