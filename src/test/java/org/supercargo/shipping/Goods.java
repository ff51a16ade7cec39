package org.supercargo.shipping;

import java.util.Collections;
import java.util.List;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.Billing;
import org.supercargo.carrier.Consignment;
import org.supercargo.carrier.DeliveryConfirmation;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.LabelWish;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.Party;
import org.supercargo.carrier.Reference;
import org.supercargo.carrier.ReturnService;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.carrier.Weight;

/** Orders that are right. */
final class Goods {
  static final Party SHIPPER =
      Party.of(
              "Peachtree Paper",
              new Address(List.of("75 Harbor Street"), "Atlanta", "GA", "30328", "US"))
          .reachedAt("Rosa Delgado", "4045550123");
  static final Party ADA =
      Party.of("Ada Lovelace", new Address(List.of("1 Main St"), "New York", "NY", "10036", "US"))
          .reachedAt("Ada Lovelace", "2125550100");

  private Goods() {}

  static Consignment consignment(int parcels) {
    return Consignment.of(
        "A1B2C3", SHIPPER, ADA, Collections.nCopies(parcels, Parcel.of(Weight.pounds("2"))));
  }

  static ShipmentOrder parcels(int parcels, DocumentFormat format, String... references) {
    return ShipmentOrder.of(
        consignment(parcels),
        "03",
        List.of(references).stream()
            .map(value -> new Reference(Reference.Kind.PURCHASE_ORDER, value))
            .toList(),
        LabelWish.of(format));
  }

  /** Drawn quickly. */
  static ShipmentOrder parcel() {
    return parcels(1, DocumentFormat.ZPL);
  }

  /** To be signed for. */
  static ShipmentOrder signed() {
    Consignment usual = consignment(1);
    Consignment signed =
        new Consignment(
            usual.accountNumber(),
            usual.shipper(),
            null,
            usual.to(),
            usual.parcels(),
            false,
            DeliveryConfirmation.SIGNATURE,
            null);
    return ShipmentOrder.of(signed, "03", List.of(), LabelWish.of(DocumentFormat.ZPL));
  }

  /** The carrier's driver brings the labels: nobody else gets them. */
  static ShipmentOrder fetched(int parcels) {
    Parcel shoes = new Parcel(Packaging.OWN, Weight.pounds("3"), null, null, "Shoes", false);
    Consignment back =
        new Consignment(
            "A1B2C3",
            SHIPPER,
            ADA,
            SHIPPER,
            Collections.nCopies(parcels, shoes),
            false,
            null,
            null);
    return new ShipmentOrder(
        back,
        "03",
        new Billing.Shipper(),
        null,
        List.of(),
        null,
        ReturnService.ONE_ATTEMPT,
        null,
        List.of(),
        null,
        LabelWish.of(DocumentFormat.ZPL),
        false);
  }

  static ShipmentOrder parcelFor(String name) {
    Party other = Party.of(name, ADA.address()).reachedAt(name, "2125550100");
    Consignment consignment =
        Consignment.of("A1B2C3", SHIPPER, other, List.of(Parcel.of(Weight.pounds("2"))));
    return ShipmentOrder.of(consignment, "03", List.of(), LabelWish.of(DocumentFormat.ZPL));
  }
}
