package org.supercargo.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.State;
import org.supercargo.account.States;

/** Countries and their states, named in the user's language. */
@Named
@ApplicationScoped
public class Countries {
  @Inject private States states;

  /** A country to choose. */
  public record Country(String code, String name) {}

  public List<Country> getAll() {
    Locale shown = FacesContext.getCurrentInstance().getViewRoot().getLocale();
    return Arrays.stream(Locale.getISOCountries())
        .map(code -> new Country(code, name(code, shown)))
        .sorted(Comparator.comparing(Country::name, Collator.getInstance(shown)))
        .toList();
  }

  /** Empty where addresses name no state from a list. */
  public List<State> states(@Nullable String country) {
    return country == null || country.isEmpty() ? List.of() : states.of(country);
  }

  private static String name(String code, Locale shown) {
    return Locale.of("", code).getDisplayCountry(shown);
  }
}
