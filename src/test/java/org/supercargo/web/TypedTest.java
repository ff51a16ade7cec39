package org.supercargo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.supercargo.account.AccountDetails;

class TypedTest {
  @Test
  void bringsEveryFieldToItsOwnPlaceAndBack() {
    Map<String, String> typed = new HashMap<>();
    Typed.FIELDS.forEach(field -> typed.put(field, "this is " + field));

    AccountDetails details = Typed.details(typed);

    assertThat(details.addressLine2()).isEqualTo("this is addressLine2");
    assertThat(details.accountPostalCode()).isEqualTo("this is accountPostalCode");
    assertThat(Typed.of(details)).isEqualTo(typed);
  }

  @Test
  void takesABlankOptionalFieldAsNone() {
    AccountDetails details = Typed.details(Map.of("title", " ", "number", "A1B2C3"));

    assertThat(details.title()).isNull();
    assertThat(details.company()).isEmpty();
    assertThat(details.number()).isEqualTo("A1B2C3");
  }
}
