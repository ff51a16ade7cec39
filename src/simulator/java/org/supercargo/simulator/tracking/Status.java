package org.supercargo.simulator.tracking;

import java.util.Map;
import org.supercargo.simulator.http.Json;

/** A kind of scan as Tracking codes it. */
enum Status {
  LABEL(
      "M",
      "MP",
      "003",
      "Shipper created a label, UPS has not received the package yet.",
      "Label Created"),
  VOIDED("MV", "VP", "007", "Shipment information has been voided by the shipper.", "Voided"),
  PICKED_UP("P", "PU", "038", "Pickup Scan", "Picked Up"),
  ORIGIN("I", "OR", "005", "Origin Scan", "On the Way"),
  DEPARTED("I", "DP", "005", "Departed from Facility", "On the Way"),
  CUSTOMS("I", "CC", "012", "Your package is pending clearance.", "Clearance in Progress"),
  CLEARED("I", "CD", "014", "Your package has cleared customs.", "Cleared Customs"),
  ARRIVED("I", "AR", "005", "Arrived at Facility", "On the Way"),
  DELAYED("X", "DL", "048", "A delay has occurred. Delivery will be rescheduled.", "Delay"),
  OUT("O", "OT", "021", "Out For Delivery Today", "Out for Delivery"),
  WRONG_ADDRESS(
      "X", "A1", "013", "The address is incomplete. This may delay delivery.", "Exception"),
  REFUSED(
      "X",
      "RF",
      "064",
      "The receiver did not want the package and refused delivery.",
      "Delivery Refused"),
  RETURNING(
      "RS", "RS", "034", "The package will be returned to the sender.", "Returning to Sender"),
  RETURNED("RS", "RD", "035", "Returned to the sender.", "Returned to Sender"),
  DELIVERED("D", "FS", "011", "DELIVERED", "Delivered");

  private final String type;
  private final String code;
  private final String number;
  private final String words;
  private final String simply;

  Status(String type, String code, String number, String words, String simply) {
    this.type = type;
    this.code = code;
    this.number = number;
    this.words = words;
    this.simply = simply;
  }

  Map<String, Object> asJson() {
    return Json.object(
        "type", type,
        "description", words,
        "code", code,
        "statusCode", number,
        "simplifiedTextDescription", simply);
  }
}
