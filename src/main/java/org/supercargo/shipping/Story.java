package org.supercargo.shipping;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Document;
import org.supercargo.carrier.Tracking;

/**
 * An answer of tracking, as it is stored.
 *
 * @param said the carrier's words when there are no parcels
 */
record Story(List<Tracking> parcels, @Nullable CarrierMessage said, boolean invalid) {
  Story {
    parcels = List.copyOf(parcels);
  }

  Optional<Document> proof(String trackingNumber, DeliveryProof which) {
    return parcels.stream()
        .filter(parcel -> parcel.trackingNumber().equals(trackingNumber))
        .flatMap(parcel -> Stream.ofNullable(parcel.delivery()))
        .flatMap(
            delivery ->
                Stream.ofNullable(
                    switch (which) {
                      case SIGNATURE -> delivery.signature();
                      case LETTER -> delivery.proof();
                    }))
        .findFirst();
  }

  /** As text for the column; a picture that is out of all proportion is left out. */
  String text(int longest) {
    String whole = Json.of(this);
    return whole.length() <= longest ? whole : Json.of(withoutProofs());
  }

  private Story withoutProofs() {
    return new Story(parcels.stream().map(Tracking::withoutProofs).toList(), said, invalid);
  }
}
