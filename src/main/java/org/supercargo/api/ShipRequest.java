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
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.Reference;
import org.supercargo.carrier.ReturnService;
import org.supercargo.carrier.ShipmentOrder;

/**
 * A shipment that is wanted, and paid for.
 *
 * @param account the id of the carrier account that ships
 * @param from where the parcels are collected; null when it is the account's own address
 * @param service the code
 * @param transport who pays; null is the account that ships
 * @param reference one of the caller's own; the other one that fits on a label is Supercargo's
 * @param label null takes the account's default
 */
public record ShipRequest(
    Long account,
    @Nullable Party from,
    Party to,
    List<Parcel> parcels,
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

  ShipmentOrder order(String accountNumber, Party shipper, LabelWish usual) {
    Consignment consignment =
        new Consignment(
            accountNumber, shipper, from, to, parcels, saturdayDelivery, confirmation, goodsValue);
    return new ShipmentOrder(
        consignment,
        service,
        Objects.requireNonNullElseGet(transport, Billing.Shipper::new),
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

  private LabelWish wish(LabelWish usual) {
    LabelWish wished = label;
    if (wished == null) {
      return usual;
    }
    return wished.heightInches() == 0
        ? new LabelWish(wished.format(), usual.heightInches())
        : wished;
  }
}
