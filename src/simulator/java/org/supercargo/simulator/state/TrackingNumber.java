package org.supercargo.simulator.state;

/**
 * A 1Z number: account, service, serial and check digit. A letter counts as (its ASCII code less
 * 63) modulo 10, every second character twice; the digit fills up to the next ten.
 */
public final class TrackingNumber {
  private static final int SERIALS = 10_000_000;

  private TrackingNumber() {}

  /** Of the serial the last seven digits count. */
  static String of(String account, String serviceMark, long serial) {
    String body = account + serviceMark + "%07d".formatted(serial % SERIALS);
    return "1Z" + body + checkDigit(body);
  }

  private static int checkDigit(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      char sign = body.charAt(i);
      int value = Character.isDigit(sign) ? sign - '0' : (sign - 63) % 10;
      sum += i % 2 == 0 ? value : 2 * value;
    }
    return (10 - sum % 10) % 10;
  }
}
