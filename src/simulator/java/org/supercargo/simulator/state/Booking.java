package org.supercargo.simulator.state;

import java.util.List;

/**
 * A shipment that was paid for, as the books keep it: the question that made it in full, so that
 * its labels can be drawn again. Its number is that of its first package; bookedAt in epoch
 * milliseconds of the parcels' calendar.
 */
public record Booking(
    String user,
    String shipperNumber,
    List<String> references,
    List<String> trackingNumbers,
    long bookedAt,
    String request) {

  public String shipmentNumber() {
    return trackingNumbers.get(0);
  }

  public boolean holds(String trackingNumber) {
    return trackingNumbers.contains(trackingNumber);
  }
}
