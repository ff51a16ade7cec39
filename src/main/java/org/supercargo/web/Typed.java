package org.supercargo.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.AccountDetails;

/** Account details as the inputs of a page hold them: text by field, empty or missing alike. */
final class Typed {
  static final List<String> FIELDS =
      Arrays.stream(AccountDetails.class.getRecordComponents())
          .map(RecordComponent::getName)
          .toList();

  private Typed() {}

  static AccountDetails details(Map<String, @Nullable String> typed) {
    return new AccountDetails(
        text(typed, "number"),
        text(typed, "accountCountry"),
        text(typed, "accountPostalCode"),
        text(typed, "nickname"),
        text(typed, "company"),
        text(typed, "contactName"),
        optional(typed, "title"),
        text(typed, "addressLine1"),
        optional(typed, "addressLine2"),
        optional(typed, "addressLine3"),
        text(typed, "city"),
        optional(typed, "state"),
        optional(typed, "postalCode"),
        text(typed, "country"),
        text(typed, "phone"),
        text(typed, "email"));
  }

  static Map<String, @Nullable String> of(AccountDetails details) {
    Map<String, @Nullable String> typed = new HashMap<>();
    typed.put("number", details.number());
    typed.put("accountCountry", details.accountCountry());
    typed.put("accountPostalCode", details.accountPostalCode());
    typed.put("nickname", details.nickname());
    typed.put("company", details.company());
    typed.put("contactName", details.contactName());
    typed.put("title", details.title());
    typed.put("addressLine1", details.addressLine1());
    typed.put("addressLine2", details.addressLine2());
    typed.put("addressLine3", details.addressLine3());
    typed.put("city", details.city());
    typed.put("state", details.state());
    typed.put("postalCode", details.postalCode());
    typed.put("country", details.country());
    typed.put("phone", details.phone());
    typed.put("email", details.email());
    return typed;
  }

  private static String text(Map<String, @Nullable String> typed, String field) {
    String text = typed.get(field);
    return text == null ? "" : text;
  }

  private static @Nullable String optional(Map<String, @Nullable String> typed, String field) {
    String text = text(typed, field);
    return text.isBlank() ? null : text;
  }
}
