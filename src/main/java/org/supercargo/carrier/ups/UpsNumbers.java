package org.supercargo.carrier.ups;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.supercargo.carrier.Booking;

/** Tracking numbers. Most are 1Z: account, service, serial and a check digit; others are not. */
final class UpsNumbers {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}-]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z]{7,34}");
  private static final Pattern ONE_Z = Pattern.compile("1Z[0-9A-Z]{15}[0-9]");

  private static final int LONGEST = 40;
  static final String ABSURD = "UPS's answer has a number that is too long to be one.";

  private UpsNumbers() {}

  static Optional<String> normalised(String typed) {
    return Optional.of(SPACE.matcher(typed).replaceAll(""))
        .filter(UpsNumbers::isNumber)
        .map(number -> number.toUpperCase(Locale.ROOT));
  }

  /** Whether one is too long to be UPS's, whatever else they are made of, and to be kept. */
  static boolean isAbsurd(String shipment, List<Booking.Labelled> packages) {
    return Stream.concat(
            Stream.of(shipment), packages.stream().map(Booking.Labelled::trackingNumber))
        .anyMatch(number -> number.length() > LONGEST);
  }

  static boolean isNumber(String number) {
    return NUMBER.matcher(number).matches();
  }

  /** In words; empty when it looks well or is of a kind that can't be checked. */
  static Optional<String> doubt(String number) {
    if (!number.startsWith("1Z")) {
      return Optional.empty();
    }
    if (!ONE_Z.matcher(number).matches()) {
      return Optional.of("A UPS number that begins with 1Z has 18 letters and digits.");
    }
    return number.charAt(17) - '0' == checkDigit(number.substring(2, 17))
        ? Optional.empty()
        : Optional.of("The last digit does not fit the others: this may be a typing mistake.");
  }

  /** A letter counts as its ASCII code less 63, modulo 10; every second sign counts twice. */
  private static int checkDigit(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      char sign = body.charAt(i);
      int value = sign <= '9' ? sign - '0' : (sign - 63) % 10;
      sum += i % 2 == 0 ? value : 2 * value;
    }
    return (10 - sum % 10) % 10;
  }
}
