package org.supercargo.simulator.label;

import java.text.Normalizer;

/**
 * Text for printers that know ASCII only: accents are dropped, the rest becomes a question mark.
 */
final class Plain {
  private Plain() {}

  static String of(String text) {
    return Normalizer.normalize(text.replace('Ł', 'L').replace("ß", "SS"), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^\\x00-\\x7e]", "?");
  }
}
