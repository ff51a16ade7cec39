package org.supercargo.carrier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param lines one to three, at most 35 characters each
 * @param state state or province code, where the country has them
 * @param postalCode null where the country has none
 * @param country ISO 3166-1 alpha-2
 */
public record Address(
    List<String> lines,
    String city,
    @Nullable String state,
    @Nullable String postalCode,
    String country) {
  public Address {
    lines = List.copyOf(lines);
  }
}
