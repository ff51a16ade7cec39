package org.supercargo.carrier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price, and what it is made of as far as the carrier tells.
 *
 * @param total what is to be paid, without taxes where they are told apart
 * @param base the bare transport
 * @param transportation the transport with its surcharges
 * @param options what was ordered on top
 * @param totalWithTaxes null where no taxes are told
 */
public record Charges(
    Money total,
    @Nullable Money base,
    @Nullable Money transportation,
    @Nullable Money options,
    List<Surcharge> surcharges,
    List<Surcharge> taxes,
    @Nullable Money totalWithTaxes) {

  /**
   * A part of a price.
   *
   * @param code the carrier's
   * @param words what it is for, such as <i>Residential address</i>
   */
  public record Surcharge(String code, String words, Money amount) {}

  public Charges {
    surcharges = List.copyOf(surcharges);
    taxes = List.copyOf(taxes);
  }
}
