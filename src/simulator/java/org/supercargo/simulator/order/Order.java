package org.supercargo.simulator.order;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.supercargo.simulator.tariff.Haul;
import org.supercargo.simulator.tariff.Service;

/** The checked question: what is to be shipped, how, and who pays. */
public record Order(
    String shipperNumber,
    Party shipTo,
    Party shipFrom,
    Service service,
    Haul haul,
    List<Piece> pieces,
    List<Reference> shipmentReferences,
    Payment payment,
    String description,
    Optional<String> returnService,
    Optional<Invoice> invoice,
    boolean negotiatedAsked) {

  public boolean isInternational() {
    return !haul.isDomestic();
  }

  /** Within the EU nothing is cleared. */
  public boolean isAcrossCustoms() {
    return isInternational() && !(haul.from().isInEu() && haul.to().isInEu());
  }

  /** Every reference, those of the shipment first, each once. */
  public List<String> references() {
    return Stream.concat(
            shipmentReferences.stream(), pieces.stream().flatMap(p -> p.references().stream()))
        .map(Reference::value)
        .distinct()
        .toList();
  }

  /** What Tracking tells of a package. */
  public List<String> referencesOf(int index) {
    return Stream.concat(shipmentReferences.stream(), pieces.get(index).references().stream())
        .map(Reference::value)
        .distinct()
        .toList();
  }

  /** Printed by the customer (9, 10), or no return at all; the other ways UPS brings a label. */
  public boolean givesLabels() {
    return returnService.map(code -> code.equals("9") || code.equals("10")).orElse(true);
  }

  public boolean mailsLabels() {
    return returnService.map("8"::equals).orElse(false);
  }
}
