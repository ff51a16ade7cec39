package org.supercargo.setting;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A setting's name and how its text is read. The catalogue is {@link Keys}.
 *
 * @param <T> what {@link Settings#get} answers
 */
public final class Key<T> {
  private final String name;
  private final Function<Optional<String>, T> reader;

  private Key(String name, Function<Optional<String>, T> reader) {
    this.name = name;
    this.reader = reader;
  }

  public String name() {
    return name;
  }

  T read(Optional<String> text) {
    return reader.apply(text);
  }

  static Key<Optional<String>> optional(String name) {
    return new Key<>(name, Function.identity());
  }

  static Key<String> text(String name) {
    return required(name, Function.identity(), text -> true, "is missing");
  }

  /** Fit for an HTTP header. */
  static Key<String> plain(String name, int most) {
    String rule = "must be 1 to " + most + " plain ASCII characters";
    Pattern allowed = Pattern.compile("[\\x20-\\x7e]{1," + most + "}");
    return required(name, Function.identity(), text -> allowed.matcher(text).matches(), rule);
  }

  /** Fit for the path of an address. */
  static Key<String> path(String name) {
    String rule = "must be 1 to 200 letters, digits and signs of _ . / -";
    Pattern allowed =
        Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*");
    return required(
        name,
        Function.identity(),
        text -> text.length() <= 200 && allowed.matcher(text).matches(),
        rule);
  }

  static Key<String> choice(String name, Set<String> words) {
    String rule = "must be " + String.join(" or ", new TreeSet<>(words));
    return required(name, Function.identity(), words::contains, rule);
  }

  static Key<Boolean> flag(String name) {
    Key<String> word = choice(name, Set.of("true", "false"));
    return new Key<>(name, text -> Boolean.valueOf(word.read(text)));
  }

  static Key<Integer> number(String name, int least, int most) {
    String rule = "must be a whole number from " + least + " to " + most;
    return required(name, Integer::valueOf, value -> value >= least && value <= most, rule);
  }

  static Key<Duration> duration(String name, Duration least, Duration most) {
    String rule = "must be an ISO 8601 duration from " + least + " to " + most;
    Predicate<Duration> inside = it -> it.compareTo(least) >= 0 && it.compareTo(most) <= 0;
    return required(name, Duration::parse, inside, rule);
  }

  static Key<URI> address(String name) {
    return required(name, URI::create, Key::isWeb, "must be an http or https address");
  }

  /** An address to which paths are added. */
  static Key<URI> server(String name) {
    Predicate<URI> bare =
        uri ->
            isWeb(uri)
                && uri.toString()
                    .matches("https?://" + Pattern.quote(uri.getRawAuthority()) + "/*");
    String rule = "must be an http or https address without a path";
    return required(name, URI::create, bare, rule);
  }

  /** Of days, the longest first; the word none for an empty list. */
  static Key<List<Integer>> days(String name) {
    Predicate<List<Integer>> inside = days -> days.stream().allMatch(it -> it >= 1 && it <= 3650);
    String rule = "must be numbers of days from 1 to 3650, such as 30,14,7, or none";
    return required(name, Key::numbers, inside, rule);
  }

  private static List<Integer> numbers(String text) {
    return text.equals("none")
        ? List.of()
        : Arrays.stream(text.split(",", -1))
            .map(number -> Integer.valueOf(number.strip()))
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
  }

  /** Of e-mail, separated by commas; may be empty. */
  static Key<List<String>> mailAddresses(String name) {
    return new Key<>(
        name,
        text -> {
          List<String> addresses = Addresses.of(text.orElse(""));
          if (Addresses.wrong(addresses).isPresent()) {
            throw new WrongSetting(name, "must be e-mail addresses, separated by commas");
          }
          return addresses;
        });
  }

  private static boolean isWeb(URI uri) {
    return uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme());
  }

  static Key<ZoneId> zone(String name) {
    return required(name, ZoneId::of, zone -> true, "must be a time zone such as Europe/Berlin");
  }

  private static <T> Key<T> required(
      String name, Function<String, T> parser, Predicate<T> allowed, String rule) {
    return new Key<>(
        name,
        text -> {
          String given = text.orElseThrow(() -> new WrongSetting(name, "is missing"));
          try {
            return Optional.of(parser.apply(given)).filter(allowed).orElseThrow();
          } catch (IllegalArgumentException | DateTimeException | NoSuchElementException refused) {
            throw new WrongSetting(name, rule);
          }
        });
  }
}
