package org.supercargo.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Packaging;
import org.supercargo.carrier.Parcel;
import org.supercargo.carrier.Size;
import org.supercargo.carrier.Weight;
import org.supercargo.shipping.AccountDefaults;

/**
 * A package that is to go.
 *
 * @param packaging null takes the account's default
 */
public record ParcelWish(
    @Nullable Packaging packaging,
    Weight weight,
    @Nullable Size size,
    @Nullable Money declaredValue,
    @Nullable String description,
    boolean additionalHandling) {

  static List<Parcel> parcels(List<ParcelWish> wishes, AccountDefaults usual) {
    return wishes.stream().map(wish -> wish.parcel(usual)).toList();
  }

  private Parcel parcel(AccountDefaults usual) {
    return new Parcel(
        Objects.requireNonNullElse(packaging, usual.packaging()),
        weight,
        size,
        declaredValue,
        description,
        additionalHandling);
  }
}
