package org.supercargo.setting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lists of e-mail addresses, as people type them. */
public final class Addresses {
  private static final int LONGEST = 254;

  /** As browsers see it, so that what a field takes is taken here; no quoting, no line breaks. */
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

  private Addresses() {}

  /** Separated by commas, semicolons or white space; each once. */
  public static List<String> of(String typed) {
    return Arrays.stream(typed.split("[,;\\s]+"))
        .filter(part -> !part.isEmpty())
        .distinct()
        .toList();
  }

  /** The first that can't be one. */
  public static Optional<String> wrong(List<String> addresses) {
    return addresses.stream().filter(address -> !isAddress(address)).findFirst();
  }

  static boolean isAddress(String text) {
    return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
  }
}
