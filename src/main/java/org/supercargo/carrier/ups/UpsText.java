package org.supercargo.carrier.ups;

import java.util.List;
import java.util.regex.Pattern;
import org.supercargo.carrier.CarrierMessage;
import org.supercargo.carrier.Secret;

/** Makes words of UPS fit to be stored and shown: no secret, no markup, no more than fits. */
final class UpsText {
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_CODE = 20;

  private static final int SHORTEST_KEY = 32;

  /** No word of a message is this long; a code, a token or a key is. */
  private static final Pattern KEY_LIKE =
      Pattern.compile("[A-Za-z0-9+/=_.%~-]{" + SHORTEST_KEY + ",}");

  private static final Pattern MARKUP = Pattern.compile("<[^>]{0,300}>?");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\s]+");

  private UpsText() {}

  static CarrierMessage message(String code, String text, List<Secret> secrets) {
    return new CarrierMessage(
        cut(clean(code, secrets), LONGEST_CODE), cut(clean(text, secrets), LONGEST_TEXT));
  }

  /** Our words, and UPS's behind them when it had any, be it a number alone. */
  static CarrierMessage explained(String ours, CarrierMessage said) {
    String theirs = said.text().isEmpty() ? said.code() : said.text();
    String text = theirs.isEmpty() ? ours : ours + " UPS says: " + theirs;
    return new CarrierMessage(said.code(), cut(text, LONGEST_TEXT));
  }

  private static String clean(String raw, List<Secret> secrets) {
    if (isPlain(raw, secrets)) {
      return raw.strip();
    }
    String text = raw;
    for (Secret secret : secrets) {
      String value = secret.reveal();
      text = value.isBlank() ? text : text.replace(value, "…");
    }
    text = MARKUP.matcher(text).replaceAll(" ");
    text = KEY_LIKE.matcher(text).replaceAll("…");
    return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
  }

  /** Most words are: no pattern below would find anything in them. */
  private static boolean isPlain(String raw, List<Secret> secrets) {
    if (raw.length() >= SHORTEST_KEY
        || secrets.stream().anyMatch(secret -> secret.reveal().length() <= raw.length())) {
      return false;
    }
    char before = ' ';
    for (int i = 0; i < raw.length(); i++) {
      char sign = raw.charAt(i);
      if (sign < ' ' || sign > '~' || sign == '<' || (sign == ' ' && before == ' ')) {
        return false;
      }
      before = sign;
    }
    return true;
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
