package org.supercargo.web.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.PostalRules;

/** What people of a country call the parts of an address: keys of the bundle. */
@Named
@ApplicationScoped
public class PostalWords {
  private static final String STEM = "address.";
  private static final Map<String, String> CODES =
      Map.of(
          "US",
          "zip",
          "PR",
          "zip",
          "GB",
          "postcode",
          "AU",
          "postcode",
          "NZ",
          "postcode",
          "NL",
          "postcode",
          "IE",
          "eircode",
          "IN",
          "pin",
          "DE",
          "plz",
          "AT",
          "plz");
  private static final Map<String, String> STATES =
      Map.ofEntries(
          Map.entry("US", "state"),
          Map.entry("AU", "stateOrTerritory"),
          Map.entry("CA", "province"),
          Map.entry("CN", "plainProvince"),
          Map.entry("IT", "plainProvince"),
          Map.entry("ES", "plainProvince"),
          Map.entry("GB", "county"),
          Map.entry("IE", "county"),
          Map.entry("JP", "prefecture"),
          Map.entry("MX", "state"),
          Map.entry("BR", "state"),
          Map.entry("IN", "state"),
          Map.entry("AE", "emirate"));

  @Inject private PostalRules rules;

  public boolean hasCodes(@Nullable String country) {
    return rules.hasCodes(of(country));
  }

  public String postalCode(@Nullable String country) {
    return STEM + "code." + CODES.getOrDefault(of(country), "usual");
  }

  public String state(@Nullable String country) {
    return STEM + "state." + STATES.getOrDefault(of(country), "usual");
  }

  public String city(@Nullable String country) {
    return STEM + "city." + (of(country).equals("GB") ? "town" : "usual");
  }

  private static String of(@Nullable String country) {
    return Objects.requireNonNullElse(country, "");
  }
}
