package org.supercargo.carrier;

/**
 * How labels are to come.
 *
 * @param format one of {@link CarrierShipping#labelFormats}
 * @param heightInches of the paper of a thermal printer, 6 or 8; it is 4 wide
 */
public record LabelWish(DocumentFormat format, int heightInches) {
  public static LabelWish of(DocumentFormat format) {
    return new LabelWish(format, 6);
  }
}
