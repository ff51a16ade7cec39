package org.supercargo.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Charges;
import org.supercargo.carrier.Money;
import org.supercargo.carrier.Weight;
import org.supercargo.shipping.PieceState;
import org.supercargo.shipping.ShipmentRow;
import org.supercargo.shipping.ShipmentState;
import org.supercargo.shipping.ShipmentView;

/**
 * A shipment as callers see it. Times are UTC.
 *
 * @param detail in the look at one shipment only
 */
public record ShipmentJson(@JsonUnwrapped Summary summary, @JsonUnwrapped @Nullable Detail detail) {

  /**
   * What lists show of it.
   *
   * @param number the carrier's; left out unless it was made
   * @param reference Supercargo's own, by which the carrier knows it too
   * @param price what the account pays
   * @param forgottenAt when names and addresses were taken out; left out while they are kept
   */
  public record Summary(
      long id,
      ShipmentState state,
      long account,
      String accountNumber,
      String carrier,
      @Nullable String number,
      String reference,
      String service,
      Destination to,
      int packageCount,
      @Nullable Money price,
      String requestedBy,
      Instant requestedAt,
      @Nullable Instant createdAt,
      @Nullable Instant voidableUntil,
      @Nullable Instant usedAt,
      @Nullable Instant forgottenAt) {}

  /** What else is known. */
  public record Detail(
      List<PackageJson> packages,
      @Nullable Charges published,
      @Nullable Charges negotiated,
      @Nullable Weight billingWeight,
      List<PaperJson> documents,
      List<CarrierMessage> notices,
      @Nullable CarrierMessage carrierSaid,
      @Nullable URI labelLink,
      @Nullable Instant endedAt) {}

  /**
   * Where to.
   *
   * @param name left out once it is no longer kept
   */
  public record Destination(@Nullable String name, String city, String country) {}

  /** One package. */
  public record PackageJson(
      String trackingNumber, PieceState state, @Nullable CarrierMessage carrierSaid) {}

  /**
   * A label or another paper.
   *
   * @param kept false once its time was over
   */
  public record PaperJson(
      long id,
      String name,
      String mediaType,
      boolean label,
      @Nullable String trackingNumber,
      int size,
      boolean kept) {}

  static ShipmentJson of(ShipmentRow row) {
    return new ShipmentJson(summary(row), null);
  }

  static ShipmentJson of(ShipmentView view) {
    return new ShipmentJson(
        summary(view.row()),
        new Detail(
            view.packages().stream()
                .map(p -> new PackageJson(p.trackingNumber(), p.state(), p.said()))
                .toList(),
            view.published(),
            view.negotiated(),
            view.billingWeight(),
            view.documents().stream().map(ShipmentJson::paper).toList(),
            view.notices(),
            view.said(),
            view.labelLink(),
            view.endedAt()));
  }

  private static Summary summary(ShipmentRow row) {
    return new Summary(
        row.id(),
        row.state(),
        row.account(),
        row.accountNumber(),
        row.carrier(),
        row.number(),
        row.reference(),
        row.service(),
        new Destination(row.isForgotten() ? null : row.toName(), row.toCity(), row.toCountry()),
        row.packages(),
        row.price(),
        row.owner(),
        row.requestedAt(),
        row.createdAt(),
        row.voidableUntil(),
        row.usedAt(),
        row.forgottenAt());
  }

  private static PaperJson paper(ShipmentView.Paper paper) {
    return new PaperJson(
        paper.id(),
        paper.name(),
        paper.format().mediaType(),
        paper.label(),
        paper.trackingNumber(),
        paper.size(),
        paper.kept());
  }
}
