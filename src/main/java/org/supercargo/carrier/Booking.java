package org.supercargo.carrier;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipment that was made. Never without its numbers; what else is missing can be recovered.
 *
 * @param shipmentNumber the carrier's number of the whole
 * @param parcels as they were ordered
 * @param published null when the carrier told none
 * @param negotiated null when the carrier gave none
 * @param documents what belongs to the whole: a commercial invoice, a receipt for high values
 * @param labelLink where an electronic return label lies
 * @param notices what the carrier wants to be known, in its words
 * @param transactionId under which the carrier knows the call
 */
public record Booking(
    String shipmentNumber,
    List<Labelled> parcels,
    @Nullable Charges published,
    @Nullable Charges negotiated,
    @Nullable Weight billingWeight,
    List<Document> documents,
    @Nullable URI labelLink,
    List<CarrierMessage> notices,
    String transactionId) {

  /**
   * One parcel.
   *
   * @param label null where none came, or it was damaged: recover it
   * @param documents a receipt, where one came
   */
  public record Labelled(
      String trackingNumber, @Nullable Document label, List<Document> documents) {
    public Labelled {
      documents = List.copyOf(documents);
    }
  }

  public boolean holds(String trackingNumber) {
    return parcels.stream().anyMatch(it -> it.trackingNumber().equals(trackingNumber));
  }

  public Booking {
    parcels = List.copyOf(parcels);
    documents = List.copyOf(documents);
    notices = List.copyOf(notices);
  }
}
