package org.supercargo.carrier.ups;

import org.supercargo.carrier.TrackingState;

/** UPS's status types and numbers as our states; the type decides, the number where it is vague. */
final class UpsStates {
  private UpsStates() {}

  static TrackingState of(UpsJson status) {
    String number = status.text("statusCode").orElse("");
    return switch (status.text("type").orElse("")) {
      case "M" -> TrackingState.LABEL_MADE;
      case "MV" -> TrackingState.VOIDED;
      case "P" -> TrackingState.PICKED_UP;
      case "O" -> TrackingState.OUT_FOR_DELIVERY;
      case "D" -> TrackingState.DELIVERED;
      case "X" -> TrackingState.EXCEPTION;
      case "RS" -> TrackingState.RETURNED;
      // Freight's stations on the way, and what lies in a warehouse.
      case "DO", "DD", "W" -> TrackingState.IN_TRANSIT;
      case "I" ->
          byNumber(number) == TrackingState.UNKNOWN ? TrackingState.IN_TRANSIT : byNumber(number);
      default -> byNumber(number);
    };
  }

  private static TrackingState byNumber(String number) {
    return switch (number) {
      case "003" -> TrackingState.LABEL_MADE;
      case "007" -> TrackingState.VOIDED;
      case "038" -> TrackingState.PICKED_UP;
      case "006", "021", "072" -> TrackingState.OUT_FOR_DELIVERY;
      case "011" -> TrackingState.DELIVERED;
      case "034", "035" -> TrackingState.RETURNED;
      case "013", "022", "023", "024", "044", "046", "048", "059", "064" -> TrackingState.EXCEPTION;
      case "005", "010", "012", "014", "017", "018", "019", "040" -> TrackingState.IN_TRANSIT;
      default -> TrackingState.UNKNOWN;
    };
  }
}
