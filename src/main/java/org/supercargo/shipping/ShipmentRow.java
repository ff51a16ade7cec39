package org.supercargo.shipping;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Money;

/**
 * One row of the list of shipments. Times are UTC.
 *
 * @param reference our own, by which the carrier knows it too
 * @param references the customer's own, as they were typed
 * @param owner who wanted it
 * @param service the code
 * @param number the carrier's; null unless it was made
 * @param price what the account pays: the negotiated price where there is one; null where it is not
 *     known
 * @param createdAt null unless it was made
 * @param voidableUntil null unless it was made; the carrier may say no before, when it has scanned
 *     it
 * @param usedAt when tracking first showed that the carrier has it; null while it was not seen
 * @param forgottenAt when names and addresses were taken out, {@code toName} among them; null while
 *     they are kept
 */
public record ShipmentRow(
    long id,
    String carrier,
    long account,
    String accountNumber,
    ShipmentState state,
    String reference,
    List<String> references,
    String owner,
    String service,
    String toName,
    String toCity,
    String toCountry,
    int packages,
    @Nullable String number,
    @Nullable Money price,
    Instant requestedAt,
    @Nullable Instant createdAt,
    @Nullable Instant voidableUntil,
    @Nullable Instant usedAt,
    @Nullable Instant forgottenAt) {
  public ShipmentRow {
    references = List.copyOf(references);
  }

  /** Whether nobody knows any more who sent it and who got it. */
  public boolean isForgotten() {
    return forgottenAt != null;
  }
}
