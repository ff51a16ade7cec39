package org.supercargo.web.shipment;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field of the carrier's records in people's words, where the page has no place for it: what its
 * account or its location brought, or what is wrong of many things together.
 */
final class FieldNames {
  private static final Pattern PARTY =
      Pattern.compile("(?:consignment\\.|customs\\.)?(shipper|from|to|soldTo)(?:\\..*)?");

  private static final Pattern ONE_OF_MANY =
      Pattern.compile("(?:consignment\\.|customs\\.)?(parcels|items)\\[(\\d+)\\].*");

  private static final Pattern PAYER = Pattern.compile("(transport|duties)\\..*");

  /** Those that are said by what they are part of. */
  private static final Set<String> PARTS =
      Set.of("notifications", "references", "label", "transport", "duties");

  private final Phrases phrases;

  /** The words of a key, filled in. */
  @FunctionalInterface
  interface Phrases {
    String of(String key, Object... parts);
  }

  FieldNames(Phrases phrases) {
    this.phrases = phrases;
  }

  /** To be read before a problem's words. */
  String of(String field) {
    Matcher party = PARTY.matcher(field);
    if (party.matches()) {
      return part(field, phrases.of("ship.field." + party.group(1)), party.group(1));
    }
    Matcher many = ONE_OF_MANY.matcher(field);
    if (many.matches()) {
      int position = Integer.parseInt(many.group(2)) + 1;
      String one = phrases.of("ship.field." + many.group(1) + ".one", position);
      return part(field, one, many.group(1));
    }
    Matcher payer = PAYER.matcher(field);
    return payer.matches()
        ? part(field, phrases.of("ship.field." + payer.group(1) + ".payer"), payer.group(1))
        : phrases.of("ship.field." + name(field));
  }

  private String part(String field, String whole, String wholeName) {
    String last = last(field);
    return last.equals(wholeName)
        ? phrases.of("ship.field.whole", whole)
        : phrases.of("ship.field.part", phrases.of("ship.field." + last), whole);
  }

  private static String name(String field) {
    String first = field.replaceFirst("[.\\[].*", "");
    return PARTS.contains(first) ? first : last(field);
  }

  private static String last(String field) {
    String named = field.replaceFirst("\\.size\\..*", ".size").replaceAll("\\[\\d+\\]", "");
    return named.substring(named.lastIndexOf('.') + 1);
  }
}
