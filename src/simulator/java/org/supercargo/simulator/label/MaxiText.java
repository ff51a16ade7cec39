package org.supercargo.simulator.label;

/** What a MaxiCode says: where to, and the parcel's number. */
record MaxiText(String postalCode, String countryNumber, String serviceNumber, String message) {
  private static final String RECORD = "\u001e";
  private static final String GROUP = "\u001d";
  private static final String END = "\u0004";

  static MaxiText of(LabelText label) {
    String message =
        "[)>"
            + RECORD
            + "01"
            + GROUP
            + "96"
            + label.trackingNumber().substring(0, 2)
            + label.trackingNumber().substring(10)
            + GROUP
            + "UPSN"
            + GROUP
            + label.trackingNumber().substring(2, 8)
            + GROUP
            + label.number()
            + "/"
            + label.of()
            + RECORD
            + END;
    String digits = label.postalCode().replaceAll("\\D", "");
    return new MaxiText(
        (digits + "000000000").substring(0, 9),
        Countries.number(label.countryCode()),
        "001",
        message);
  }

  /** As the drawing library wants it. */
  String primary() {
    return postalCode + countryNumber + serviceNumber;
  }
}
