package org.supercargo.account;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Phone numbers as people of a country write them. */
public final class Phones {
  private Phones() {}

  /**
   * E.164, at most 15 digits as UPS wants; empty when it is none. Only the length is checked
   * against the country's plan: a plan's newest ranges are unknown to any library, and a number
   * that works must not be refused.
   *
   * @param country ISO 3166-1 alpha-2
   */
  public static Optional<String> normalised(String typed, String country) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = numbers.parse(typed, country);
      return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
          ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException unreadable) {
      return Optional.empty();
    }
  }
}
