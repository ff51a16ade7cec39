package org.supercargo.carrier;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What goes from where to where on whose account: what a price and a shipment have in common.
 *
 * @param accountNumber of the account that ships, normalised
 * @param shipper who holds that account
 * @param from where the parcels are collected; null when it is the shipper's own address
 * @param parcels at least one
 * @param confirmation null when nobody has to sign
 * @param goodsValue of all goods together; needed abroad for some lanes, and for duties
 */
public record Consignment(
    String accountNumber,
    Party shipper,
    @Nullable Party from,
    Party to,
    List<Parcel> parcels,
    boolean saturdayDelivery,
    @Nullable DeliveryConfirmation confirmation,
    @Nullable Money goodsValue) {

  public Consignment {
    parcels = List.copyOf(parcels);
  }

  /** From the shipper's own address, without extras. */
  public static Consignment of(
      String accountNumber, Party shipper, Party to, List<Parcel> parcels) {
    return new Consignment(accountNumber, shipper, null, to, parcels, false, null, null);
  }

  public Party origin() {
    return Optional.ofNullable(from).orElse(shipper);
  }

  public boolean isDomestic() {
    return origin().address().country().equals(to.address().country());
  }
}
