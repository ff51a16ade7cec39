package org.supercargo.account;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings what was typed into the form it is kept in, without judging it. */
final class Tidying {
  /** White space of any kind, also the no-break spaces that come with pasted text. */
  private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

  private static final Pattern NINE_DIGITS = Pattern.compile("(\\d{5})[ -]?(\\d{4})");
  private static final Pattern CANADIAN = Pattern.compile("([A-Z]\\d[A-Z])[ -]?(\\d[A-Z]\\d)");

  private Tidying() {}

  static AccountDetails of(AccountDetails typed) {
    String accountCountry = upper(typed.accountCountry());
    String country = upper(typed.country());
    return new AccountDetails(
        stripped(typed.number()),
        accountCountry,
        postal(typed.accountPostalCode(), accountCountry),
        stripped(typed.nickname()),
        stripped(typed.company()),
        stripped(typed.contactName()),
        nullIfEmpty(stripped(typed.title())),
        stripped(typed.addressLine1()),
        nullIfEmpty(stripped(typed.addressLine2())),
        nullIfEmpty(stripped(typed.addressLine3())),
        stripped(typed.city()),
        nullIfEmpty(upper(typed.state())),
        nullIfEmpty(postal(typed.postalCode(), country)),
        country,
        stripped(typed.phone()),
        stripped(typed.email()));
  }

  static AccountDetails with(AccountDetails details, String number, String phone) {
    return new AccountDetails(
        number,
        details.accountCountry(),
        details.accountPostalCode(),
        details.nickname(),
        details.company(),
        details.contactName(),
        details.title(),
        details.addressLine1(),
        details.addressLine2(),
        details.addressLine3(),
        details.city(),
        details.state(),
        details.postalCode(),
        details.country(),
        phone,
        details.email());
  }

  static String postal(@Nullable String typed, String country) {
    String code = upper(typed);
    return switch (country) {
      case "US" -> NINE_DIGITS.matcher(code).replaceFirst("$1-$2");
      case "CA" -> CANADIAN.matcher(code).replaceFirst("$1 $2");
      default -> code;
    };
  }

  static String upper(@Nullable String typed) {
    return stripped(typed).toUpperCase(Locale.ROOT);
  }

  /** A browser may leave a field out of a forged form: that is an empty one. */
  private static String stripped(@Nullable String typed) {
    return typed == null ? "" : EDGES.matcher(typed).replaceAll("");
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
