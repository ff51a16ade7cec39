package org.supercargo.simulator.label;

import java.util.Map;

/** ISO 3166's numbers, as bar codes carry them; 000 for a country that is not at hand. */
final class Countries {
  private static final Map<String, String> NUMBERS =
      Map.ofEntries(
          Map.entry("US", "840"),
          Map.entry("PR", "630"),
          Map.entry("CA", "124"),
          Map.entry("MX", "484"),
          Map.entry("DE", "276"),
          Map.entry("FR", "250"),
          Map.entry("GB", "826"),
          Map.entry("IT", "380"),
          Map.entry("ES", "724"),
          Map.entry("NL", "528"),
          Map.entry("BE", "056"),
          Map.entry("AT", "040"),
          Map.entry("CH", "756"),
          Map.entry("PL", "616"),
          Map.entry("SE", "752"),
          Map.entry("JP", "392"),
          Map.entry("CN", "156"),
          Map.entry("AU", "036"));

  private Countries() {}

  static String number(String country) {
    return NUMBERS.getOrDefault(country, "000");
  }
}
