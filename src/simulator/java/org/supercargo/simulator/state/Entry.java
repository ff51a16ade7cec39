package org.supercargo.simulator.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/** A line of the journal: one of a booking, a void, a fate; the others are null. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Entry(Booking booking, List<String> voids, Long at, String shipment, Fate fate) {

  static Entry of(Booking booking) {
    return new Entry(booking, null, null, null, null);
  }

  static Entry ofVoid(List<String> trackingNumbers, long at) {
    return new Entry(null, trackingNumbers, at, null, null);
  }

  static Entry ofFate(String shipment, Fate fate) {
    return new Entry(null, null, null, shipment, fate);
  }

  Optional<Booking> booked() {
    return Optional.ofNullable(booking);
  }

  List<String> voided() {
    return voids == null ? List.of() : voids;
  }

  Optional<Fate> fated() {
    return Optional.ofNullable(fate);
  }
}
