package org.supercargo.carrier.ups;

import org.supercargo.carrier.Consignment;

/** What UPS would refuse of a return, to be priced or to be made. */
record UpsReturnCheck(UpsProblems problems, Consignment consignment) {
  private static final int MOST_RETURNS = 20;

  void check() {
    problems.hold(
        consignment.from() != null, "consignment.from", "is missing: who sends the goods back");
    problems.hold(
        consignment.parcels().size() <= MOST_RETURNS,
        "consignment.parcels",
        "can be 20 at most for a return");
    problems.hold(
        consignment.confirmation() == null,
        "consignment.confirmation",
        "can't be had for a return");
  }
}
