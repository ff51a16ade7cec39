package org.supercargo.carrier;

import java.util.List;

/**
 * Take a shipment back.
 *
 * @param trackingNumbers of the packages to take back; empty for the whole shipment
 */
public record VoidOrder(String shipmentNumber, List<String> trackingNumbers) {
  public VoidOrder {
    trackingNumbers = List.copyOf(trackingNumbers);
  }

  public static VoidOrder whole(String shipmentNumber) {
    return new VoidOrder(shipmentNumber, List.of());
  }
}
