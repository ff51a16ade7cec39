package org.supercargo.simulator.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.supercargo.simulator.tariff.Place;

/** Somebody at an address; phone and attention are empty where none was given. */
public record Party(String name, String attention, String phone, List<String> lines, Place place) {

  /** As it stands on a label, the last two lines being the town and the country. */
  public List<String> onLabel() {
    List<String> text = new ArrayList<>();
    if (!attention.isEmpty()) {
      text.add(attention.toUpperCase(Locale.ROOT));
    }
    if (!phone.isEmpty()) {
      text.add(phone);
    }
    text.add(name.toUpperCase(Locale.ROOT));
    lines.forEach(line -> text.add(line.toUpperCase(Locale.ROOT)));
    text.add(town());
    text.add(
        Locale.of("", place.country()).getDisplayCountry(Locale.ROOT).toUpperCase(Locale.ROOT));
    return text;
  }

  private String town() {
    String text = place.city() + " " + place.state() + " " + place.postalCode();
    return text.toUpperCase(Locale.ROOT).replaceAll(" +", " ").strip();
  }
}
