package org.supercargo.simulator.tariff;

/**
 * Rating and Shipping read the same parcel under another field name and refuse it by other numbers.
 */
public record ParcelRefusals(
    String packagingField,
    String packaging,
    String weightUnit,
    String weight,
    String weightInKilos,
    String tooHeavy,
    String tooHeavyInKilos,
    String sizeUnit,
    String size,
    String mixedUnits,
    String tooBig) {

  public static final ParcelRefusals RATING =
      new ParcelRefusals(
          "PackagingType",
          "10002",
          "110023",
          "111030",
          "111031",
          "111035",
          "111036",
          "110021",
          "110609",
          "110548",
          "111057");

  public static final ParcelRefusals SHIPPING =
      new ParcelRefusals(
          "Packaging",
          "120600",
          "120601",
          "121030",
          "121030",
          "120608",
          "120608",
          "120602",
          "120602",
          "120616",
          "121050");
}
