package org.supercargo.carrier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipment to be made, and paid for.
 *
 * @param service the code
 * @param transport who pays for transport
 * @param duties who pays duties and taxes; null leaves that to the carrier's rule, by which the
 *     receiver does
 * @param references at most two; one of them should be unique, so that a shipment whose answer was
 *     lost can be found again
 * @param description of the goods, at most 50 characters; needed abroad
 * @param returns the label is for somebody who sends goods back, whose address is the consignment's
 *     {@code from}; null for a plain shipment
 * @param labelEmail where an electronic return label is sent
 * @param notifications at most three, one of a kind
 * @param customs needed where goods are cleared, unless the invoice is made elsewhere
 * @param checksAddress the carrier refuses an address whose city, state and postal code don't fit
 */
public record ShipmentOrder(
    Consignment consignment,
    String service,
    Billing transport,
    @Nullable Billing duties,
    List<Reference> references,
    @Nullable String description,
    @Nullable ReturnService returns,
    @Nullable String labelEmail,
    List<Notification> notifications,
    @Nullable Customs customs,
    LabelWish label,
    boolean checksAddress) {

  public ShipmentOrder {
    references = List.copyOf(references);
    notifications = List.copyOf(notifications);
  }

  /** Paid by the shipper, without extras. */
  public static ShipmentOrder of(
      Consignment consignment, String service, List<Reference> references, LabelWish label) {
    return new ShipmentOrder(
        consignment,
        service,
        new Billing.Shipper(),
        null,
        references,
        null,
        null,
        null,
        List.of(),
        null,
        label,
        false);
  }
}
