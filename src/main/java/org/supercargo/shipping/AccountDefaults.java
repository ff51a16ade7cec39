package org.supercargo.shipping;

import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Billing;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Packaging;
import org.supercargo.shipping.label.Sheet;

/**
 * What an account's shipments begin with.
 *
 * @param stockInches how high a thermal printer's paper is: 6 or 8
 * @param sheet what labels are printed on
 * @param service the code; null leaves it to whoever ships
 */
public record AccountDefaults(
    DocumentFormat labelFormat,
    int stockInches,
    Sheet sheet,
    Packaging packaging,
    Billing payer,
    @Nullable String service) {
  /** Where nobody has chosen. */
  public static final AccountDefaults UNCHOSEN =
      new AccountDefaults(
          DocumentFormat.GIF, 6, Sheet.LABEL, Packaging.OWN, new Billing.Shipper(), null);
}
