package org.supercargo.web.shipment;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.Party;

/** Somebody's name and address as the inputs of a page hold them. */
public class AddressForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, @Nullable String> typed = new HashMap<>();
  private boolean residential;

  AddressForm(String country) {
    typed.put("country", country);
  }

  /** Another country has other states. */
  public void chooseCountry() {
    typed.put("state", null);
  }

  Party party() {
    return new Party(
        text("company"),
        optional("contactName"),
        optional("phone"),
        optional("email"),
        optional("taxNumber"),
        address(),
        residential);
  }

  private Address address() {
    List<String> lines =
        Stream.of("addressLine1", "addressLine2", "addressLine3")
            .map(this::optional)
            .filter(Objects::nonNull)
            .toList();
    return new Address(lines, text("city"), upper("state"), upper("postalCode"), getCountry());
  }

  void fill(Party party) {
    Address address = party.address();
    typed.put("company", party.name());
    typed.put("contactName", party.attention());
    typed.put("phone", party.phone());
    typed.put("email", party.email());
    typed.put("taxNumber", party.taxNumber());
    IntStream.range(0, 3)
        .forEach(
            i ->
                typed.put(
                    "addressLine" + (i + 1),
                    i < address.lines().size() ? address.lines().get(i) : null));
    typed.put("city", address.city());
    typed.put("state", address.state());
    typed.put("postalCode", address.postalCode());
    typed.put("country", address.country());
    residential = party.residential();
  }

  private String text(String field) {
    return Objects.requireNonNullElse(typed.get(field), "").strip();
  }

  private @Nullable String optional(String field) {
    String text = text(field);
    return text.isEmpty() ? null : text;
  }

  private @Nullable String upper(String field) {
    String text = optional(field);
    return text == null ? null : text.toUpperCase(Locale.ROOT);
  }

  public String getCountry() {
    return text("country");
  }

  public Map<String, @Nullable String> getTyped() {
    return typed;
  }

  public boolean isResidential() {
    return residential;
  }

  public void setResidential(boolean residential) {
    this.residential = residential;
  }
}
