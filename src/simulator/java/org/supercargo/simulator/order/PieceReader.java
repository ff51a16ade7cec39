package org.supercargo.simulator.order;

import static org.supercargo.simulator.classic.Checks.atMost;
import static org.supercargo.simulator.classic.Checks.hold;

import java.util.ArrayList;
import java.util.List;
import org.supercargo.simulator.http.Fields;
import org.supercargo.simulator.tariff.Parcel;
import org.supercargo.simulator.tariff.ParcelRefusals;
import org.supercargo.simulator.tariff.Place;

/** Reads packages, and references wherever they stand. */
record PieceReader(Fields shipment, boolean returned) {
  private static final int MOST_PACKAGES = 200;

  List<Piece> pieces() {
    List<Fields> given = shipment.list("Package");
    hold(
        !given.isEmpty() && given.size() <= MOST_PACKAGES,
        "120600",
        "A shipment has 1 to 200 packages");
    List<Piece> pieces = new ArrayList<>();
    for (Fields each : given) {
      pieces.add(piece(each, pieces.size() + 1));
    }
    return pieces;
  }

  private Piece piece(Fields fields, int number) {
    Parcel parcel = Parcel.of(fields, number, ParcelRefusals.SHIPPING);
    atMost(fields, "Description", 35, "120503");
    String description = fields.text("Description").orElse("");
    hold(!returned || !description.isEmpty(), "120512", "A return needs Package/Description");
    return new Piece(parcel, description, Reference.list(fields));
  }

  /** On the packages within US and within PR, on the shipment everywhere else. */
  List<Reference> ofShipment(Place from, Place to, List<Piece> pieces) {
    boolean onPackages = from.country().equals(to.country()) && from.isIn("US", "PR");
    List<Reference> given = Reference.list(shipment);
    hold(
        !onPackages || given.isEmpty(),
        "120541",
        "Within this country reference numbers belong to packages");
    hold(
        onPackages || pieces.stream().allMatch(piece -> piece.references().isEmpty()),
        "120542",
        "On this lane reference numbers belong to the shipment");
    return given;
  }
}
