package org.supercargo.simulator.label;

import java.util.List;

/** What stands on one label. Town and country are the last two lines of an address. */
public record LabelText(
    List<String> from,
    List<String> to,
    String trackingNumber,
    String service,
    String serviceMark,
    String countryCode,
    String postalCode,
    String state,
    String weight,
    int number,
    int of,
    String date,
    String billing,
    List<String> notes) {

  /** 1Z XXX XXX XX XXXX XXXX. */
  String spacedNumber() {
    return trackingNumber.replaceFirst("(..)(...)(...)(..)(....)(.*)", "$1 $2 $3 $4 $5 $6");
  }

  boolean isDomestic() {
    return countryCode.equals("US");
  }

  /** 420 and the ZIP code within the US, 421 with the country's number elsewhere: GS1's way. */
  String postalBars() {
    return isDomestic() ? "420" + postalCode : "421" + Countries.number(countryCode) + postalCode;
  }
}
