package org.supercargo.carrier;

import org.jspecify.annotations.Nullable;

/**
 * One package.
 *
 * @param size needed unless it is the carrier's own packaging; without it room is not charged
 * @param declaredValue what is paid for when it is lost; costs extra
 * @param description of the goods, at most 35 characters; needed for a return
 * @param additionalHandling not a plain cardboard box, or otherwise awkward
 */
public record Parcel(
    Packaging packaging,
    Weight weight,
    @Nullable Size size,
    @Nullable Money declaredValue,
    @Nullable String description,
    boolean additionalHandling) {

  public static Parcel of(Weight weight) {
    return new Parcel(Packaging.OWN, weight, null, null, null, false);
  }

  public static Parcel of(Weight weight, Size size) {
    return new Parcel(Packaging.OWN, weight, size, null, null, false);
  }
}
