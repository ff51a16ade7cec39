package org.supercargo.carrier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a {@link RecoveryQuestion}. */
public sealed interface Recovery {
  /**
   * The labels.
   *
   * @param shipmentNumber the carrier's number of the whole
   * @param documents what belongs to the whole, such as a commercial invoice
   */
  record Found(
      String shipmentNumber,
      List<Booking.Labelled> parcels,
      List<Document> documents,
      String transactionId)
      implements Recovery {
    public Found {
      parcels = List.copyOf(parcels);
      documents = List.copyOf(documents);
    }
  }

  /** More than one shipment bears the reference: ask again for each by its number. */
  record Several(List<Candidate> candidates) implements Recovery {
    public Several {
      candidates = List.copyOf(candidates);
    }
  }

  /** The carrier knows no such shipment. */
  record NotFound(CarrierMessage said) implements Recovery {}

  /**
   * The carrier gives no label: too old, too many, of a kind whose labels it does not keep. That
   * does not say that there is no shipment.
   */
  record NoLabel(CarrierMessage said) implements Recovery {}

  /** The shipment was made and has been voided. */
  record Voided(CarrierMessage said) implements Recovery {}

  /**
   * One of several.
   *
   * @param country of the destination, ISO 3166-1 alpha-2
   */
  record Candidate(String trackingNumber, @Nullable String postalCode, @Nullable String country) {}
}
