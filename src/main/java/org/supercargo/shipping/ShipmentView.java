package org.supercargo.shipping;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Charges;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.ReturnService;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.carrier.Weight;

/**
 * Everything that is known of one shipment. Times are UTC.
 *
 * @param order as it was sent, with the reference of our own; without the people in it once it is
 *     forgotten
 * @param said the carrier's words when it refused something, or why nothing is known
 * @param published null where the carrier told none, as for a shipment that had to be found again
 * @param negotiated null where the carrier gave none
 * @param documents labels and papers, oldest first
 * @param version grows with every change
 */
public record ShipmentView(
    ShipmentRow row,
    ShipmentOrder order,
    @Nullable CarrierMessage said,
    @Nullable Charges published,
    @Nullable Charges negotiated,
    @Nullable Weight billingWeight,
    List<CarrierMessage> notices,
    @Nullable URI labelLink,
    List<Piece> packages,
    List<Paper> documents,
    @Nullable Instant endedAt,
    long version) {
  public ShipmentView {
    notices = List.copyOf(notices);
    packages = List.copyOf(packages);
    documents = List.copyOf(documents);
  }

  public long id() {
    return row.id();
  }

  public ShipmentState state() {
    return row.state();
  }

  /** Whether nobody knows any more who sent it and who got it; labels are not to be had again. */
  public boolean isForgotten() {
    return row.isForgotten();
  }

  /**
   * Whether there is a label to print here: of some returns the carrier brings it to whom it is
   * for.
   */
  public boolean givesLabel() {
    ReturnService returns = order.returns();
    return returns == null || returns.isOurs() || documents.stream().anyMatch(Paper::label);
  }

  /**
   * One package.
   *
   * @param said the carrier's words when it did not take it back
   */
  public record Piece(
      int position, String trackingNumber, PieceState state, @Nullable CarrierMessage said) {}

  /**
   * A label or another paper.
   *
   * @param trackingNumber null for what belongs to the whole
   * @param label whether it is one
   * @param kept false once its time was over; the carrier may have it longer
   */
  public record Paper(
      long id,
      @Nullable String trackingNumber,
      boolean label,
      String name,
      DocumentFormat format,
      int size,
      boolean kept) {}
}
