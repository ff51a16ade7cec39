package org.supercargo.simulator.tariff;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.supercargo.simulator.http.Fields;

/**
 * An address as far as a price depends on it. State and postal code are empty where none was given.
 */
public record Place(
    String country, String state, String postalCode, String city, boolean residential) {
  private static final Set<String> WITH_STATES = Set.of("US", "CA");
  private static final Set<String> EU =
      Set.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
          "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");
  private static final Set<String> REMOTE = Set.of("AK", "HI", "MT", "ND", "SD", "WY");

  /**
   * First characters of the postal codes of a state; coarse, so that only plain contradictions are
   * refused.
   */
  private static final Map<String, String> US =
      Map.ofEntries(
          Map.entry("0", "CT MA ME NH NJ NY PR RI VI VT"),
          Map.entry("1", "DE NY PA"),
          Map.entry("2", "DC MD NC SC VA WV"),
          Map.entry("3", "AL FL GA MS TN"),
          Map.entry("4", "IN KY MI OH"),
          Map.entry("5", "DC IA MN MT ND SD WI"),
          Map.entry("6", "IL KS MO NE"),
          Map.entry("7", "AR LA OK TX"),
          Map.entry("8", "AZ CO ID NM NV TX UT WY"),
          Map.entry("9", "AK AS CA GU HI MP OR WA"));

  private static final Map<String, String> CANADA =
      Map.ofEntries(
          Map.entry("A", "NL"),
          Map.entry("B", "NS"),
          Map.entry("C", "PE"),
          Map.entry("E", "NB"),
          Map.entry("G", "QC"),
          Map.entry("H", "QC"),
          Map.entry("J", "QC"),
          Map.entry("K", "ON"),
          Map.entry("L", "ON"),
          Map.entry("M", "ON"),
          Map.entry("N", "ON"),
          Map.entry("P", "ON"),
          Map.entry("R", "MB"),
          Map.entry("S", "SK"),
          Map.entry("T", "AB"),
          Map.entry("V", "BC"),
          Map.entry("X", "NT NU"),
          Map.entry("Y", "YT"));

  public static Place of(Fields address) {
    return new Place(
        address.text("CountryCode").orElse(""),
        address.text("StateProvinceCode").orElse(""),
        address.text("PostalCode").orElse("").toUpperCase(Locale.ROOT).replaceAll("[ -]", ""),
        address.text("City").orElse(""),
        address.at("ResidentialAddressIndicator").isPresent());
  }

  public boolean hasStateIfNeeded() {
    return !WITH_STATES.contains(country) || !state.isEmpty();
  }

  public boolean isIn(String... countries) {
    return List.of(countries).contains(country);
  }

  public boolean isInEu() {
    return EU.contains(country);
  }

  boolean isRemote() {
    return country.equals("US") && REMOTE.contains(state);
  }

  /** Only for countries with states; a missing postal code or state contradicts nothing. */
  public boolean contradictsItself() {
    Map<String, String> states =
        country.equals("US") ? US : country.equals("CA") ? CANADA : Map.of();
    if (states.isEmpty() || postalCode.isEmpty()) {
      return false;
    }
    String allowed = states.getOrDefault(postalCode.substring(0, 1), "");
    boolean wellFormed =
        postalCode.matches(country.equals("US") ? "\\d{5}(\\d{4})?" : "([A-Z]\\d){3}");
    return !wellFormed || (!state.isEmpty() && !List.of(allowed.split(" ")).contains(state));
  }
}
