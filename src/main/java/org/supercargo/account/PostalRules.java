package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Address;

/** What an address needs depends on its country. */
@ApplicationScoped
public class PostalRules {
  private static final Set<String> COUNTRIES = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);

  /** As the Universal Postal Union's country sheets have it. */
  private static final Set<String> WITHOUT_CODES =
      Set.of(
          ("AE AG AN AO AW BF BI BJ BO BQ BS BW BZ CD CF CG CI CK CM CW DJ DM ER FJ GA GD GH GM GN"
                  + " GQ GY HK JM KI KM KN KP LC LY ML MO MR MW NR NU QA RW SB SC SL SR SS ST SX SY"
                  + " TD TF TG TK TL TO TT TV UG VU WS YE ZW")
              .split(" "));

  private static final Map<String, String> FORMS =
      Map.of(
          "US", "\\d{5}(-\\d{4})?",
          "PR", "\\d{5}(-\\d{4})?",
          "CA", "[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z] \\d[ABCEGHJ-NPRSTV-Z]\\d");

  @Inject States states;

  /** Whether addresses of that country have postal codes; unknown countries have none. */
  public boolean hasCodes(String country) {
    return COUNTRIES.contains(country) && !WITHOUT_CODES.contains(country);
  }

  /** Codes in the form they are kept in; the other parts stay as they are. */
  public Address tidied(Address typed) {
    String country = Tidying.upper(typed.country());
    String state = Tidying.upper(typed.state());
    String code = Tidying.postal(typed.postalCode(), country);
    return new Address(
        typed.lines(),
        typed.city(),
        state.isEmpty() ? null : state,
        code.isEmpty() ? null : code,
        country);
  }

  /** What speaks against a tidied address: {@link FieldProblem} problems by field. */
  public Map<String, String> problems(Address tidy) {
    Map<String, String> found = new HashMap<>();
    country(found, "country", tidy.country());
    code(found, "postalCode", tidy.postalCode(), tidy.country());
    state(found, tidy.state(), tidy.country());
    return found;
  }

  /** By field: what speaks against tidied details. */
  Map<String, String> problems(AccountDetails tidy) {
    Map<String, String> found = problems(Registrant.address(tidy));
    country(found, "accountCountry", tidy.accountCountry());
    code(found, "accountPostalCode", tidy.accountPostalCode(), tidy.accountCountry());
    return found;
  }

  private static void country(Map<String, String> found, String field, String country) {
    if (country.isEmpty()) {
      found.put(field, "required");
    } else if (!COUNTRIES.contains(country)) {
      found.put(field, "unknown");
    }
  }

  private void code(
      Map<String, String> found, String field, @Nullable String code, String country) {
    if (code == null || code.isEmpty()) {
      if (hasCodes(country)) {
        found.put(field, "required");
      }
    } else if (!code.matches(FORMS.getOrDefault(country, "[A-Z0-9 -]{1,10}"))) {
      found.put(field, code.length() > 10 ? "tooLong" : "format");
    }
  }

  private void state(Map<String, String> found, @Nullable String state, String country) {
    List<State> choice = states.of(country);
    if (choice.isEmpty()) {
      return;
    }
    if (state == null) {
      found.put("state", "required");
    } else if (choice.stream().noneMatch(one -> one.code().equals(state))) {
      found.put("state", "unknown");
    }
  }
}
